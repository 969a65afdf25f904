package io.ressenti.local;

import io.ressenti.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Kafka as a process of its own beside the launcher: it can fail, and be started again, without taking the front door with it. */
@Command(name = KafkaCommand.NAME, hidden = true)
final class KafkaCommand implements Callable<Integer> {

    static final String NAME = "kafka";

    private static final Logger LOG = Logger.getLogger(KafkaCommand.class);

    @Parameters(index = "0")
    private Path data;

    @Parameters(index = "1")
    private int port;

    @Parameters(index = "2")
    private int controllerPort;

    /** Holds this process's id once Kafka answers. */
    @Parameters(index = "3")
    private Path readyMarker;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.toConsole();
        Files.deleteIfExists(readyMarker);
        try {
            var kafka = EmbeddedKafka.start(data, port, controllerPort);
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "kafka-stop"));
            Files.writeString(
                    readyMarker, String.valueOf(ProcessHandle.current().pid()));
            LOG.infof("event=kafka.started servers=%s", kafka.bootstrapServers());
        } catch (IllegalStateException e) {
            // Threads of a broker that came up half would keep the process alive: returning ends it.
            LOG.error("event=kafka.failed", e);
            return 1;
        }
        new CountDownLatch(1).await();
        return 0;
    }
}
