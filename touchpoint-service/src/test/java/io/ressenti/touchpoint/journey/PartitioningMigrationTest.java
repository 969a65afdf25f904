package io.ressenti.touchpoint.journey;

import io.ressenti.touchpoint.catalogue.PartnerDiscovery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What databases hold that are older than the partitions is carried over. */
class PartitioningMigrationTest {

    private static final String OLD_LINE = """
            INSERT INTO journey_entry VALUES ('acme', 'shop', '%1$s', '%2$s', 'c-42', %3$s, '%4$s',
              '{"kind":"%2$s","id":"%1$s","source":"shop","occurredAt":"%4$s","outcome":%5$s,
                "promises":[{"measure":"delayHours","value":36.5,"limit":0,"tolerance":72}]}')
            """;

    private final JourneyDatabase database = JourneyDatabase.start();

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Test
    void whatWasStoredBeforeIsCarriedOverAndStillCountsOnce() {
        // Given
        database.migratedTo("003");
        database.rows(OLD_LINE.formatted("a", "TOUCHPOINT", "'o-1'", "2018-01-31T23:59:59.999Z", "\"FAILURE\""));
        database.rows(OLD_LINE.formatted("b", "TOUCHPOINT", "'o-1'", "2018-02-01T00:00:00Z", "\"SUCCESS\""));
        database.rows(OLD_LINE.formatted("b", "FEEDBACK", "'o-1'", "2018-02-02T00:00:00Z", "null"));
        database.rows(OLD_LINE.formatted("old", "TOUCHPOINT", "null", "1985-05-05T00:00:00Z", "\"SUCCESS\""));

        // When
        database.migratedTo("latest");

        // Then
        thenEachLineStandsInItsMonth();
        storeAgain("a", Instant.parse("2018-01-31T23:59:59.999Z"));
        thenEachLineStandsInItsMonth();
        assertThat(database.rows("SELECT * FROM journey")).singleElement().satisfies(journey -> {
            assertThat(journey.getString("journey_id")).isEqualTo("o-1");
            assertThat(journey.getOffsetDateTime("first_at").toInstant())
                    .isEqualTo(Instant.parse("2018-01-31T23:59:59.999Z"));
            assertThat(journey.getOffsetDateTime("last_at").toInstant())
                    .isEqualTo(Instant.parse("2018-02-02T00:00:00Z"));
            assertThat(journey.getInteger("touchpoints")).isEqualTo(2);
            assertThat(journey.getInteger("feedback")).isEqualTo(1);
            assertThat(journey.getInteger("failures")).isEqualTo(1);
            assertThat(journey.getInteger("broken_promises")).isEqualTo(3);
        });
        assertThat(database.rows("SELECT * FROM rejected")).isEmpty();
    }

    @Test
    void aDatabaseWithoutAnyIsMigratedToo() {
        // Given
        database.migratedTo("003");

        // When
        database.migratedTo("latest");

        // Then
        assertThat(database.rows("SELECT inhrelid::regclass::text AS month FROM pg_inherits WHERE inhparent ="
                        + " 'journey_entry'::regclass"))
                .map(row -> row.getString("month"))
                .containsExactly("journey_entry_before_2000");
    }

    private void thenEachLineStandsInItsMonth() {
        assertThat(database.rows("SELECT tableoid::regclass::text AS month, id, entry FROM journey_entry ORDER BY"
                        + " occurred_at"))
                .map(row -> row.getString("month") + " " + row.getString("id"))
                .containsExactly(
                        "journey_entry_before_2000 old",
                        "journey_entry_2018_01 a",
                        "journey_entry_2018_02 b",
                        "journey_entry_2018_02 b");
    }

    private void storeAgain(String id, Instant at) {
        var event = new ATouchpoint().id(id).at(at).build();
        database.store()
                .add(List.of(Arrivals.of(event)), PartnerDiscovery.newSet())
                .await()
                .atMost(Duration.ofSeconds(60));
    }
}
