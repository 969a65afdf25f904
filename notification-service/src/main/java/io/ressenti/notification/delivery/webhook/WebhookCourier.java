package io.ressenti.notification.delivery.webhook;

import io.ressenti.notification.delivery.Attempt;
import io.ressenti.notification.delivery.Courier;
import io.ressenti.notification.delivery.DeliveryConfig;
import io.ressenti.notification.delivery.Message;
import io.ressenti.notification.receiver.Destinations;
import io.ressenti.notification.receiver.ForbiddenDestinationException;
import io.ressenti.notification.receiver.ReceiverKind;
import io.ressenti.notification.receiver.WebhookSecret;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;

/** Posts signed messages. Follows no redirect, and connects to the very address that was checked. */
@ApplicationScoped
class WebhookCourier implements Courier {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int GONE = 410;

    private final HttpClient client;
    private final Destinations destinations;
    private final Duration timeout;
    private final int parallel;

    WebhookCourier(Vertx vertx, Destinations destinations, DeliveryConfig config) {
        // A connection per message: none that was checked yesterday is used today. Of our traces receivers hear
        // nothing.
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(config.parallel())
                .setTracingPolicy(TracingPolicy.IGNORE));
        this.destinations = destinations;
        this.timeout = config.timeout();
        this.parallel = config.parallel();
    }

    @Override
    public ReceiverKind kind() {
        return ReceiverKind.WEBHOOK;
    }

    @Override
    public int parallel() {
        return parallel;
    }

    @Override
    public Uni<Attempt> deliver(Message message) {
        var url = URI.create(message.receiver().url());
        return destinations
                .resolve(url.getHost())
                .chain(address -> client.request(request(url, address, message)))
                .chain(request -> send(request, message.body()))
                .ifNoItem()
                .after(timeout)
                .fail()
                .map(WebhookCourier::judge)
                .onFailure()
                .recoverWithItem(this::explain);
    }

    /** Gives the status of the answer. Its body is nobody's business: the connection is closed before it can grow. */
    private static Uni<Integer> send(HttpClientRequest request, String body) {
        return request.send(Buffer.buffer(body))
                .map(response -> response.statusCode())
                .onTermination()
                .invoke(() -> request.connection().closeAndForget());
    }

    private RequestOptions request(URI url, InetAddress address, Message message) {
        var https = "https".equalsIgnoreCase(url.getScheme());
        var standardPort = https ? HTTPS_PORT : HTTP_PORT;
        var port = url.getPort() == -1 ? standardPort : url.getPort();
        var timestamp = Instant.now().getEpochSecond();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(https)
                .setURI(target(url))
                .setConnectTimeout(timeout.toMillis())
                .setIdleTimeout(timeout.toMillis())
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "ressenti")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", signature(message, timestamp));
    }

    private static String signature(Message message, long timestamp) {
        var key = WebhookSecret.key(message.receiver().secret())
                .orElseThrow(() -> new IllegalStateException("a receiver's secret was stored that is none"));
        return WebhookSignature.sign(key, message.id(), timestamp, message.body());
    }

    private static String target(URI url) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static Attempt judge(int status) {
        if (status >= 200 && status < 300) {
            return new Attempt.Succeeded();
        }
        // 410 Gone is how a receiver says that it wants no more (Standard Webhooks).
        return new Attempt.Failed("The receiver answered " + status + ".", status == GONE);
    }

    private Attempt explain(Throwable failure) {
        return switch (failure) {
            case UnknownHostException unknown -> new Attempt.Failed("The host's name is not known.", false);
            case ForbiddenDestinationException forbidden ->
                new Attempt.Failed("The host leads to an address that receivers may not have.", false);
            case TimeoutException late ->
                new Attempt.Failed("No answer came within " + timeout.toSeconds() + " s.", false);
            default -> new Attempt.Failed("The connection could not be made, or broke.", false);
        };
    }
}
