package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;

import static org.assertj.core.api.Assertions.assertThat;

/** However events come, whatever comes twice and wherever batches are cut: the timelines and the sums are the same. */
class TimelinePropertyTest {

    /** What the projector is given: an event, and a number by which batches are cut. */
    record Delivery(int id, int variant, boolean lastOfBatch) {}

    private static JourneyDatabase database;
    private static JourneyStore store;

    private String brand;

    @BeforeContainer
    static void start() {
        database = JourneyDatabase.start().migratedTo("latest");
        store = database.store();
    }

    @BeforeTry
    void aBrandOfItsOwn() {
        brand = UUID.randomUUID().toString();
    }

    @AfterContainer
    static void stop() throws IOException {
        database.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theSameEventsLeaveTheSameTimelines(@ForAll("deliveries") List<Delivery> deliveries) {
        deliver(deliveries.stream()
                .map(delivery -> new Delivery(delivery.id(), 0, delivery.lastOfBatch()))
                .toList());

        var events = deliveries.stream()
                .collect(
                        Collectors.toMap(Delivery::id, delivery -> event(delivery.id(), 0), (a, b) -> a, TreeMap::new));
        thenTheDatabaseTellsOf(events);
        assertThat(count("rejected")).isZero();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void ofEventsThatContradictEachOtherTheFirstStands(@ForAll("deliveries") List<Delivery> deliveries) {
        deliver(deliveries);

        var first = new TreeMap<Integer, TouchpointRecorded>();
        batches(deliveries).forEach(batch -> batch.stream()
                .sorted((a, b) -> Integer.compare(a.variant(), b.variant()))
                .forEach(delivery -> first.putIfAbsent(delivery.id(), event(delivery.id(), delivery.variant()))));
        thenTheDatabaseTellsOf(first);
        var others = deliveries.stream()
                .map(delivery -> event(delivery.id(), delivery.variant()))
                .filter(event -> !first.containsValue(event))
                .distinct()
                .count();
        assertThat(count("rejected")).isEqualTo(others);
    }

    @Provide
    static Arbitrary<List<Delivery>> deliveries() {
        var id = Arbitraries.integers().between(0, 12);
        var variant = Arbitraries.integers().between(0, 2);
        return Combinators.combine(id, variant, Arbitraries.of(true, false, false))
                .as(Delivery::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    /** Three customers, two journeys and none, over more than a year. A later variant was received later. */
    private TouchpointRecorded event(int id, int variant) {
        return new ATouchpoint()
                .brand(brand)
                .id("e" + id)
                .customer("c" + (id + variant) % 3)
                .journey(id % 3 == 0 ? null : "o" + id % 3)
                .hour(id * 24 * 40 + variant)
                .received(ATouchpoint.DAY.plus(Duration.ofDays(600 + variant)))
                .outcome(id % 2 == 0 ? Outcome.FAILURE : Outcome.SUCCESS)
                .build();
    }

    private void deliver(List<Delivery> deliveries) {
        var offset = 0L;
        for (var batch : batches(deliveries)) {
            List<Arrival> arrivals = new ArrayList<>();
            for (var delivery : batch) {
                arrivals.add(Arrivals.at(offset++, event(delivery.id(), delivery.variant())));
            }
            store.add(arrivals, PartnerDiscovery.newSet()).await().atMost(Duration.ofSeconds(60));
        }
    }

    private static List<List<Delivery>> batches(List<Delivery> deliveries) {
        List<List<Delivery>> batches = new ArrayList<>();
        List<Delivery> batch = new ArrayList<>();
        for (var delivery : deliveries) {
            batch.add(delivery);
            if (delivery.lastOfBatch()) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private void thenTheDatabaseTellsOf(SortedMap<Integer, TouchpointRecorded> events) {
        var lines = database.rows("SELECT customer, entry FROM journey_entry WHERE brand = '" + brand + "'");
        assertThat(lines)
                .map(row -> EventCodec.fromJson(row.getString("entry"), TouchpointRecorded.class))
                .containsExactlyInAnyOrderElementsOf(events.values());
        var sums = database.rows("SELECT * FROM journey WHERE brand = '" + brand + "'");
        assertThat(sums)
                .map(row -> "%s %s %s %s %d %d %d"
                        .formatted(
                                row.getString("journey_id"),
                                row.getString("customer"),
                                row.getOffsetDateTime("first_at").toInstant(),
                                row.getOffsetDateTime("last_at").toInstant(),
                                row.getInteger("touchpoints"),
                                row.getInteger("failures"),
                                row.getInteger("broken_promises")))
                .containsExactlyInAnyOrderElementsOf(expectedSums(events));
    }

    private static List<String> expectedSums(SortedMap<Integer, TouchpointRecorded> events) {
        return events.values().stream()
                .filter(event -> event.journeyId() != null)
                .collect(Collectors.groupingBy(event -> event.journeyId() + " " + event.customer()))
                .entrySet()
                .stream()
                .map(journey -> "%s %s %s %d %d %d"
                        .formatted(
                                journey.getKey(),
                                journey.getValue().stream()
                                        .map(TouchpointRecorded::occurredAt)
                                        .min(Comparator.naturalOrder())
                                        .orElseThrow(),
                                journey.getValue().stream()
                                        .map(TouchpointRecorded::occurredAt)
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow(),
                                journey.getValue().size(),
                                journey.getValue().stream()
                                        .filter(event -> event.outcome() == Outcome.FAILURE)
                                        .count(),
                                journey.getValue().size()))
                .toList();
    }

    private long count(String table) {
        return database.rows("SELECT count(*) AS n FROM " + table + " WHERE brand = '" + brand + "'")
                .getFirst()
                .getLong("n");
    }
}
