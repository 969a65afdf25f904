package io.ressenti.bench.ingest;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * What the touchpoint service is compared with: an HTTP server that puts bodies on Kafka as they come and answers once all
 * in-sync replicas have them. It knows no callers, reads nothing and checks nothing. {@code POST /records/100} cuts the body into a
 * hundred parts of one length.
 */
@Command(name = BareProbe.NAME, hidden = true)
public final class BareProbe implements Callable<Integer> {

    static final String NAME = "bare-probe";
    static final String TOPIC = "bench.probe.v1";
    static final String PATH = "/records/";

    private static final int CUSTOMERS = 10_000;

    /** Two per processor, as many as a Quarkus service has. */
    private static final int EVENT_LOOPS = 2 * Runtime.getRuntime().availableProcessors();

    @Parameters(index = "0")
    private int port;

    @Parameters(index = "1")
    private String bootstrapServers;

    private final AtomicLong records = new AtomicLong();
    private KafkaProducer<String, byte[]> producer;

    @Override
    public Integer call() throws InterruptedException {
        producer = new KafkaProducer<>(
                ProducerSettings.asTheService(bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        producer.partitionsFor(TOPIC);
        Vertx.vertx()
                .deployVerticle(Server::new, new DeploymentOptions().setInstances(EVENT_LOOPS))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        new CountDownLatch(1).await();
        return 0;
    }

    private final class Server extends AbstractVerticle {

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> publish(request, body)))
                    .listen(port, "localhost")
                    .<Void>mapEmpty()
                    .onComplete(started);
        }

        private void publish(HttpServerRequest request, Buffer body) {
            var count = Integer.parseInt(request.path().substring(PATH.length()));
            var length = body.length() / count;
            var answer = new Answer(request, context, new AtomicInteger(count));
            for (int i = 0; i < count; i++) {
                var value = body.getBytes(i * length, (i + 1) * length);
                producer.send(new ProducerRecord<>(TOPIC, key(), value), answer::recordEnded);
            }
        }
    }

    private record Answer(HttpServerRequest request, Context context, AtomicInteger open) {

        void recordEnded(RecordMetadata metadata, Exception failure) {
            if (failure != null) {
                // From here on it only falls below zero: nothing completes it any more.
                open.set(0);
                end(503);
            } else if (open.decrementAndGet() == 0) {
                end(202);
            }
        }

        private void end(int status) {
            context.runOnContext(ignored -> {
                if (!request.response().ended()) {
                    request.response().setStatusCode(status).end();
                }
            });
        }
    }

    /** As many partitions take part as with real customers. */
    private String key() {
        return "demo|c-" + records.getAndIncrement() % CUSTOMERS;
    }
}
