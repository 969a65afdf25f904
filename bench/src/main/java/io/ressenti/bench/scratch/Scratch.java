package io.ressenti.bench.scratch;

import io.ressenti.bench.Main;
import io.ressenti.bench.load.ClosedLoop;
import io.ressenti.bench.load.Events;
import io.ressenti.bench.load.HttpLoad;
import io.ressenti.bench.load.Target;
import io.ressenti.cli.catalogue.CatalogueClient;
import io.ressenti.cli.client.Api;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.RetryPolicy;
import io.ressenti.embedded.EmbeddedPostgreSql;
import io.ressenti.embedded.FreePorts;
import io.ressenti.local.process.Probe;
import io.ressenti.local.setup.Credentials;
import io.ressenti.local.setup.DataDirectory;
import io.ressenti.local.setup.Ports;
import io.ressenti.local.setup.Project;
import io.ressenti.local.setup.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Kafka and a PostgreSQL of a bench's own, and what is started beside them; all on free ports of this machine, all ended
 * with it. Data lives in the folder that was given.
 */
public final class Scratch implements AutoCloseable {

    /** What the launcher gives a service, in MiB; the same for whatever is compared with it. */
    public static final int HEAP = 256;

    private static final List<String> JVM = List.of(mostHeap(HEAP), "-XX:+UseSerialGC");

    /** So many requests at once, of so many events each, where events are only needed. */
    private static final int FEEDERS = 4;

    private static final int FEED = 1000;

    /** Netty and Kafka use what newer Java versions warn about at every start. */
    private static final List<String> QUIET = Runtime.version().feature() < 24
            ? List.of()
            : List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    /** Settings of a touchpoint service that takes events in and does not store them. */
    public static final Map<String, String> WITHOUT_PROJECTOR = Map.of(
            "MP_MESSAGING_INCOMING_TOUCHPOINTS_ENABLED", "false", "MP_MESSAGING_INCOMING_FEEDBACK_ENABLED", "false");

    private final DataDirectory data;
    private final Ports ports;
    private final Credentials credentials;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private JavaProcess kafka;

    private Scratch(DataDirectory data, Ports ports) {
        this.data = data;
        this.ports = ports;
        this.credentials = Credentials.ensure(data.credentials());
    }

    /**
     * Starts Kafka and PostgreSQL and waits until both answer.
     *
     * @param folder where their data goes; created where it is missing
     */
    public static Scratch start(Path folder) {
        var free = FreePorts.find(5);
        var data = new DataDirectory(folder);
        try {
            data.create();
            data.prepare();
            var scratch = new Scratch(data, new Ports(free.get(0), free.get(1), free.get(2), free.get(3)));
            // Ctrl-C ends this process without a word to PostgreSQL, which would go on.
            Runtime.getRuntime().addShutdownHook(new Thread(scratch::close, "scratch-stop"));
            scratch.startKafka(free.get(4));
            scratch.startPostgreSql();
            return scratch;
        } catch (IOException e) {
            throw new ClientException("The bench cannot be set up in %s.".formatted(folder), e);
        }
    }

    /** Starts the touchpoint service and waits until it is ready; {@code settings} are added to its environment. */
    public JavaProcess startTouchpointService(Map<String, String> settings) {
        var environment = new HashMap<>(Service.TOUCHPOINT.environment(ports, data.credentials()));
        environment.putAll(settings);
        var jar = Project.ofThisCode().runnable(Service.TOUCHPOINT).toString();
        return start("touchpoint-service", List.of("-jar", jar), environment)
                .awaitReady(Probe.http(servicePort(), "/q/health/ready"));
    }

    /**
     * Starts an instance of the scoring service and waits until it is ready.
     *
     * @param port     where it answers; see {@link #freePort}
     * @param settings are added to its environment
     */
    public JavaProcess startScoringService(int port, Map<String, String> settings) {
        var environment = new HashMap<>(Service.SCORING.environment(ports, data.credentials()));
        environment.put("RESSENTI_PORT", String.valueOf(port));
        environment.putAll(settings);
        var jar = Project.ofThisCode().runnable(Service.SCORING).toString();
        return start("scoring-service-" + port, List.of("-jar", jar), environment)
                .awaitReady(Probe.http(port, "/q/health/ready"));
    }

    /**
     * Starts a service in one of its forms, without waiting until it answers.
     *
     * @param isNative as the executable that {@code ./ressenti native} makes
     * @param heap     MiB at most
     */
    public JavaProcess startService(Service service, boolean isNative, int heap) {
        var project = Project.ofThisCode();
        var environment = service.environment(ports, data.credentials());
        if (isNative) {
            var command = List.of(project.executable(service).toString(), mostHeap(heap));
            return started(JavaProcess.run(service.module(), command, environment, data.log(service.module())));
        }
        var jar = project.runnable(service).toString();
        return start(service.module(), List.of(mostHeap(heap), "-jar", jar), environment);
    }

    /** Where everything listens. */
    public Ports ports() {
        return ports;
    }

    /** Where a service that is started without a port of its own answers. */
    public int portOf(Service service) {
        return ports.of(service);
    }

    /** A port on which nobody listens. */
    public static int freePort() {
        return FreePorts.find(1).getFirst();
    }

    /** Starts one of the bench's own hidden commands as a process. */
    public JavaProcess startCommand(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(arguments));
        return startClass(command, Main.class.getName(), line.toArray(String[]::new));
    }

    /** Starts a class on the bench's class path. */
    public JavaProcess startClass(String name, String mainClass, String... arguments) {
        List<String> line = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        line.addAll(List.of(arguments));
        return start(name, line, Map.of());
    }

    /**
     * Has the touchpoint service take in so many of {@code events}, as fast as it does.
     *
     * @throws ClientException where it refuses one
     */
    public void feed(Events events, int count) {
        try (var api = api();
                var load = new HttpLoad(FEEDERS)) {
            new CatalogueClient(api).put(Events.catalogue());
            var batches = new Target(
                    servicePort(),
                    "/api/v1/touchpoints/batch",
                    Map.of("Content-Type", "application/x-ndjson", "Authorization", "Bearer " + key()));
            var tally = new ClosedLoop(load, batches, () -> events.lines(FEED)).run(FEEDERS, (long) count / FEED);
            if (tally.refused() > 0) {
                throw new ClientException("The touchpoint service has refused events.");
            }
        }
    }

    /** Where the touchpoint service answers. */
    public URI url() {
        return URI.create("http://localhost:" + servicePort());
    }

    public int servicePort() {
        return ports.of(Service.TOUCHPOINT);
    }

    /** A key that may do everything for the brand {@code demo}. */
    public String key() {
        return credentials.apiKey();
    }

    /** A client of the touchpoint service. */
    public Api api() {
        return new Api(url(), key(), RetryPolicy.DEFAULT);
    }

    public String bootstrapServers() {
        return "localhost:" + ports.kafka();
    }

    /** The broker's process. */
    public JavaProcess kafka() {
        return kafka;
    }

    /** A connection to the touchpoint service's database, as its owner. */
    public Connection connect() {
        return connect(Service.TOUCHPOINT);
    }

    /** A connection to a service's database, as its owner. */
    public Connection connect(Service service) {
        try {
            return DriverManager.getConnection(jdbcUrl(service));
        } catch (SQLException e) {
            throw new ClientException("The service's database does not let the bench in.", e);
        }
    }

    /** Where a service's database is, with what its owner logs in with. */
    public String jdbcUrl(Service service) {
        var owner = service.shortName();
        return "jdbc:postgresql://localhost:%d/%s?user=%s&password=%s"
                .formatted(ports.postgreSql(), owner, owner, owner);
    }

    public DataDirectory data() {
        return data;
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                throw new ClientException("Something that the bench has started does not end.", e);
            }
        }
    }

    private static String mostHeap(int mebibytes) {
        return "-Xmx%dm".formatted(mebibytes);
    }

    private void startKafka(int controllerPort) {
        var marker = data.run().resolve("kafka.ready");
        kafka = startClass(
                        "kafka",
                        io.ressenti.local.Main.class.getName(),
                        "kafka",
                        data.kafka().toString(),
                        String.valueOf(ports.kafka()),
                        String.valueOf(controllerPort),
                        marker.toString())
                .awaitReady(Probe.marker(marker));
    }

    private void startPostgreSql() throws IOException {
        var log = ProcessBuilder.Redirect.appendTo(data.log("postgresql").toFile());
        started.push(EmbeddedPostgreSql.start(data.postgreSql(), data.postgreSqlPrograms(), ports.postgreSql(), log));
    }

    private JavaProcess started(JavaProcess process) {
        started.push(process);
        return process;
    }

    private JavaProcess start(String name, List<String> what, Map<String, String> environment) {
        List<String> arguments = new ArrayList<>(JVM);
        arguments.add("-javaagent:" + Project.ofThisCode().parentWatch());
        arguments.addAll(QUIET);
        arguments.addAll(what);
        return started(JavaProcess.start(name, arguments, environment, data.log(name)));
    }
}
