package io.ressenti.touchpoint.rejected;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.touchpoint.ServiceTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The table stays bounded. In tests 5,000 rows may be open for one brand. */
@QuarkusTest
class RejectedTrimmerTest extends ServiceTest {

    private static final String ADD = """
            INSERT INTO rejected (brand, id, origin, state, reason, detail, errors, first_at, last_at, times)
            SELECT $1, gen_random_uuid(), 'REQUEST', $2, 'invalid', '', '[]', $3, $3, 1 FROM generate_series(1, $4)
            """;

    @Inject
    RejectedTrimmer trimmer;

    @Inject
    Pool pool;

    private final String brand = unique("brand");

    @Test
    void whatIsOlderThanItsRetentionGoesWhateverItsState() {
        // Given
        add("OPEN", 31, 1);
        add("REPLAYED", 31, 1);
        add("OPEN", 29, 1);

        // When
        trim();

        // Then
        assertThat(count("OPEN")).isEqualTo(1);
        assertThat(count("REPLAYED")).isZero();
    }

    @Test
    void ofTooManyOpenOnesTheOldestGo() {
        // Given
        add("OPEN", 2, 2_100);
        add("OPEN", 1, 5_000);
        add("DISCARDED", 3, 10);

        // When
        trim();

        // Then
        assertThat(count("OPEN")).isEqualTo(5_000);
        assertThat(count("DISCARDED")).isEqualTo(10);
        assertThat(oldestOpen()).isAfter(Instant.now().minus(Duration.ofHours(36)));
    }

    @Test
    void twoInstancesAtOnceDeleteNoMoreThanOne() {
        // Given
        add("OPEN", 1, 5_500);

        // When
        Uni.join().all(trimmer.trim(), trimmer.trim()).andFailFast().await().atMost(Duration.ofSeconds(30));

        // Then
        assertThat(count("OPEN")).isEqualTo(5_000);
    }

    private void trim() {
        while (trimmer.trim().await().atMost(Duration.ofSeconds(30))) {
            // until nothing is left to delete
        }
    }

    private void add(String state, int daysAgo, int times) {
        var at = Instant.now().minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC);
        pool.preparedQuery(ADD).executeAndAwait(Tuple.of(brand, state, at, times));
    }

    private long count(String state) {
        return pool.preparedQuery("SELECT count(*) AS found FROM rejected WHERE brand = $1 AND state = $2")
                .executeAndAwait(Tuple.of(brand, state))
                .iterator()
                .next()
                .getLong("found");
    }

    private Instant oldestOpen() {
        return pool.preparedQuery("SELECT min(last_at) AS oldest FROM rejected WHERE brand = $1 AND state = 'OPEN'")
                .executeAndAwait(Tuple.of(brand))
                .iterator()
                .next()
                .getOffsetDateTime("oldest")
                .toInstant();
    }
}
