package io.ressenti.scoring.cluster;

import io.ressenti.contracts.Topics;
import io.ressenti.embedded.FreePorts;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.scoring.testing.TestKafka;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.awaitility.Awaitility.await;

/** Two instances of the packaged service, a Kafka and a PostgreSQL. */
public final class Cluster implements AutoCloseable {

    /** The groups that the instances consume in, by topic. */
    private static final Map<String, String> GROUPS = Map.of(
            Topics.TOUCHPOINTS, "scoring-touchpoints",
            Topics.FEEDBACK, "scoring-feedback",
            Topics.CUSTOMERS, "scoring-customers");

    /** Generous: whoever builds may be busy with something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Who was killed or frozen is missed after this long: tests are short. */
    private static final Map<String, String> SOON_MISSED = Map.of(
            "mp.messaging.connector.smallrye-kafka.session.timeout.ms", "2000",
            "mp.messaging.connector.smallrye-kafka.heartbeat.interval.ms", "500",
            "mp.messaging.connector.smallrye-kafka.auto.commit.interval.ms", "200");

    /** What is folded and packed under way must be as right as what is not. */
    private static final Map<String, String> SOON_ADDED_UP =
            Map.of("ressenti.scoring.roll-up-every", "1s", "ressenti.scoring.pack-every", "1s");

    private final RealInfrastructure infrastructure = new RealInfrastructure();
    private final Map<String, String> configuration;
    private final List<Instance> instances;
    private final TestKafka kafka;

    private Cluster() {
        infrastructure.init(Map.of("service", "scoring"));
        configuration = infrastructure.start();
        // The tests' own tokens are signed with the key that the instances know.
        configuration.forEach(System::setProperty);
        kafka = new TestKafka(configuration.get("kafka.bootstrap.servers"));
        Map<String, String> ofInstances = new HashMap<>(configuration);
        ofInstances.putAll(SOON_MISSED);
        ofInstances.putAll(SOON_ADDED_UP);
        instances = FreePorts.find(2).stream()
                .map(port -> new Instance(ofInstances, port))
                .toList();
    }

    /** Starts everything. */
    public static Cluster start() {
        var cluster = new Cluster();
        cluster.instances.getFirst().start();
        cluster.instances.getFirst().awaitReady(); // it migrates
        cluster.instances.getLast().start();
        cluster.instances.getLast().awaitReady();
        return cluster;
    }

    Instance one() {
        return instances.getFirst();
    }

    Instance other() {
        return instances.getLast();
    }

    TestKafka kafka() {
        return kafka;
    }

    /** A session of its own on the service's database. */
    Connection database() {
        try {
            return DriverManager.getConnection(
                    configuration.get("quarkus.datasource.jdbc.url"),
                    configuration.get("quarkus.datasource.username"),
                    configuration.get("quarkus.datasource.password"));
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }

    /** Waits until every record has been counted or set aside: offsets are committed after the transaction. */
    void awaitAllCounted() {
        await("everything has been counted")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> GROUPS.entrySet().stream()
                        .allMatch(group -> kafka.isConsumedBy(group.getValue(), group.getKey())));
    }

    /** Waits until one member has all partitions of every group: the other one is missed. */
    void awaitOneLeft() {
        await("the partitions have moved").atMost(PATIENCE).until(() -> GROUPS.values().stream()
                .allMatch(group -> kafka.membersOf(group).size() == 1));
    }

    /** Waits until both are members of every group. */
    void awaitBothThere() {
        await("both are members").atMost(PATIENCE).until(() -> GROUPS.values().stream()
                .allMatch(group -> kafka.membersOf(group).size() == 2));
    }

    /** Restarts PostgreSQL as an administrator would in a hurry. */
    void restartPostgreSql() {
        infrastructure.restartPostgreSql();
    }

    @Override
    public void close() {
        instances.forEach(Instance::discard);
        kafka.close();
        infrastructure.stop();
    }
}
