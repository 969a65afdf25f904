package io.ressenti.platform.outbox;

import io.ressenti.contracts.Topics;
import io.ressenti.platform.Facts;
import io.ressenti.platform.PlatformTest;
import io.ressenti.platform.Records;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PlatformTest
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void committedEventReachesKafkaAndLeavesTheOutbox() {
        // Given
        var code = "committed-" + UUID.randomUUID();

        // When
        pool.withTransaction(connection -> outbox.add(connection, Topics.CATALOGUE, List.of(Facts.catalogued(code))))
                .invoke(relay::wake)
                .await()
                .atMost(PATIENCE);
        // Then
        try (var records = Records.of(kafka, Topics.CATALOGUE)) {
            var record = records.awaitKey("acme|" + code);
            assertThat(new String(record.headers().lastHeader("ce_type").value(), UTF_8))
                    .isEqualTo("io.ressenti.TouchpointCatalogued.v1");
            assertThat(new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                    .isEqualTo("id-" + code);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void eventOfARolledBackTransactionNeverLeaves() {
        // Given
        var code = "rolled-back-" + UUID.randomUUID();

        // When
        pool.withTransaction(connection -> outbox.add(connection, Topics.CATALOGUE, List.of(Facts.catalogued(code)))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(waiting()).isZero();
    }

    private long waiting() {
        return pool.query("SELECT count(*) FROM outbox")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }
}
