package io.ressenti.touchpoint.rejected;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.platform.problem.Violation;
import io.ressenti.touchpoint.ServiceTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One row for what is the same, and nothing that the row's own content can refuse. */
@QuarkusTest
class RejectedStoreTest extends ServiceTest {

    private static final Instant NOON = Instant.parse("2026-01-18T12:00:00Z");

    @Inject
    RejectedStore store;

    @Inject
    Pool pool;

    private final String brand = unique("brand");

    @Test
    void theSameAgainIsOneRow() {
        // Given
        var id = UUID.randomUUID();
        add(rejection(id, NOON), rejection(id, NOON.plusSeconds(2)), rejection(UUID.randomUUID(), NOON));

        // When
        add(rejection(id, NOON.minusSeconds(1)));

        // Then
        var row = row(id);
        assertThat(row.getLong("times")).isEqualTo(3);
        assertThat(row.getOffsetDateTime("first_at").toInstant()).isEqualTo(NOON.minusSeconds(1));
        assertThat(row.getOffsetDateTime("last_at").toInstant()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void whatComesAgainAfterItWasDealtWithIsOpenAgain() {
        // Given
        var id = UUID.randomUUID();
        add(rejection(id, NOON));
        discardedAt(id, NOON.plusSeconds(10));

        // When
        add(rejection(id, NOON.plusSeconds(11)));

        // Then
        assertThat(row(id).getString("state")).isEqualTo("OPEN");
    }

    @Test
    void aRecordThatKafkaDeliversASecondTimeOpensNothing() {
        // Given
        var id = UUID.randomUUID();
        add(rejection(id, NOON));
        discardedAt(id, NOON.plusSeconds(10));

        // When
        add(rejection(id, NOON));

        // Then
        assertThat(row(id).getString("state")).isEqualTo("DISCARDED");
    }

    @Test
    void whateverItHoldsItIsStored() {
        // Given
        var poison = "\0\uD800 é \u2028";
        var bytes = new byte[] {0, (byte) 0xFF, 'a', (byte) 0xC3};
        var envelope = new Envelope(
                "cx.touchpoints.v1", "scoring-service", poison, List.of(new Envelope.Header(poison, bytes)));
        var id = UUID.randomUUID();
        var errors = List.of(new Violation(poison, poison.repeat(10_000)));
        var long300 = poison.repeat(300);
        var rejection = new Rejection(
                id, brand, Origin.DEAD_LETTER, long300, long300, errors, long300, null, bytes, envelope, Instant.MAX);

        // When
        add(rejection);

        // Then
        var row = row(id);
        assertThat(row.getBuffer("event").getBytes()).isEqualTo(bytes);
        assertThat(row.getBuffer("record_key").getBytes()).isEqualTo(poison.getBytes(StandardCharsets.UTF_8));
        assertThat(row.getString("reason")).hasSizeLessThanOrEqualTo(256);
    }

    private void add(Rejection... rejections) {
        pool.withTransaction(connection -> store.add(connection, List.of(rejections)))
                .await()
                .indefinitely();
    }

    private void discardedAt(UUID id, Instant time) {
        pool.preparedQuery("UPDATE rejected SET state = 'DISCARDED', changed_at = $3 WHERE brand = $1 AND id = $2")
                .executeAndAwait(Tuple.of(brand, id, time.atOffset(ZoneOffset.UTC)));
    }

    private Row row(UUID id) {
        return pool.preparedQuery(
                        "SELECT state, reason, event, record_key, first_at, last_at, times FROM rejected WHERE brand = $1 AND id = $2")
                .executeAndAwait(Tuple.of(brand, id))
                .iterator()
                .next();
    }

    private Rejection rejection(UUID id, Instant at) {
        return new Rejection(
                id,
                brand,
                Origin.REQUEST,
                "invalid",
                "It is wrong.",
                List.of(),
                "app",
                "e-1",
                new byte[] {'{', '}'},
                null,
                at);
    }
}
