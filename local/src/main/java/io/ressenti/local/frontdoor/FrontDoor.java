package io.ressenti.local.frontdoor;

import io.ressenti.local.setup.Ports;
import io.ressenti.local.setup.Refusal;
import io.ressenti.local.setup.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** One address for everything. Bodies and event streams pass as they come, in both directions. */
public final class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    private static final long PATIENCE_SECONDS = 5;
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    /** Longer than the pause between two signs of life on an event stream (15 s). */
    private static final int IDLE_SECONDS = 60;

    /** Every open event stream holds a connection. */
    private static final int CONNECTIONS_PER_SERVICE = 512;

    /** Shorter than the services' own: a connection must not be used while its other end is closing it. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;

    private FrontDoor(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Opens the door.
     *
     * @param host the address to listen on; {@code localhost} keeps other machines out
     * @throws Refusal where that address cannot be had
     */
    public static FrontDoor open(String host, Ports ports) throws InterruptedException {
        var vertx = Vertx.vertx();
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(CONNECTIONS_PER_SERVICE));
        var server = vertx.createHttpServer(new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(16 * 1024)
                // The proxy cannot pass the body of a request that began as HTTP/1.1 and was upgraded, as Java's client
                // tries to.
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true));
        var door = new FrontDoor(vertx);
        try {
            await(listen(server, client, host, ports));
            return door;
        } catch (ExecutionException | TimeoutException e) {
            door.close();
            throw new Refusal(
                    "The front door cannot be opened at %s:%d. Choose another with --host or --port."
                            .formatted(host, ports.frontDoor()),
                    e);
        }
    }

    /** Closes the door and every connection through it. */
    public void close() throws InterruptedException {
        try {
            await(vertx.close());
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("event=frontdoor.not_closed", e);
        }
    }

    private static Future<HttpServer> listen(HttpServer server, HttpClient client, String host, Ports ports) {
        Map<Service, HttpProxy> proxies = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            proxies.put(
                    service,
                    HttpProxy.reverseProxy(client)
                            .origin(ports.of(service), "localhost")
                            .addInterceptor(new Passage(service)));
        }
        var health = new HealthSummary(client, ports);
        return server.requestHandler(request -> dispatch(request, proxies, health))
                .listen(ports.frontDoor(), host);
    }

    private static void dispatch(HttpServerRequest request, Map<Service, HttpProxy> proxies, HealthSummary health) {
        switch (Routes.of(request.uri())) {
            case Destination.To to -> proxies.get(to.service()).handle(request);
            case Destination.Health() -> health.answer(request);
            case Destination.Unknown() -> Answers.notFound(request);
        }
    }

    private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
