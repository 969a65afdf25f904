package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery.Partner;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** While partitions move from one instance to another, both may store the same events at the same time. */
class TwoInstancesTest {

    private static final int EVENTS = 400;
    private static final int BATCH = 50;

    private static JourneyDatabase database;

    @BeforeAll
    static void start() {
        database = JourneyDatabase.start().migratedTo("latest");
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void storeTheSameEventsAtOnceAndEachCountsOnce() {
        // Given: months that nobody has added yet, and few journeys, that all batches touch
        var one = database.store();
        var other = database.store();
        var events =
                IntStream.range(0, EVENTS).mapToObj(TwoInstancesTest::event).toList();

        // When
        Uni.join()
                .all(storeAll(one, events), storeAll(other, events.reversed()))
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(60));

        // Then
        assertThat(number("SELECT count(*) AS n FROM journey_entry")).isEqualTo(EVENTS);
        assertThat(number("SELECT sum(touchpoints)::bigint AS n FROM journey")).isEqualTo(EVENTS);
        assertThat(number("SELECT sum(broken_promises)::bigint AS n FROM journey"))
                .isEqualTo(EVENTS);
        assertThat(number("SELECT count(*) AS n FROM rejected")).isZero();
    }

    private static Uni<Void> storeAll(JourneyStore store, List<TouchpointRecorded> events) {
        var partners = PartnerDiscovery.newSet();
        partners.add(new Partner("acme", "seller-9"));
        return Multi.createFrom()
                .iterable(events)
                .group()
                .intoLists()
                .of(BATCH)
                .onItem()
                .transformToUniAndConcatenate(
                        batch -> store.add(batch.stream().map(Arrivals::of).toList(), partners))
                .onItem()
                .ignoreAsUni();
    }

    private static TouchpointRecorded event(int number) {
        return new ATouchpoint()
                .id("e" + number)
                .customer("c" + number % 5)
                .journey("o" + number % 7)
                .hour(number * 12)
                .build();
    }

    private static long number(String sql) {
        return database.rows(sql).getFirst().getLong("n");
    }
}
