package io.ressenti.touchpoint.customers;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomerEvent;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.platform.privacy.ErasedCustomers;
import io.ressenti.touchpoint.customers.model.Person;
import io.ressenti.touchpoint.journey.JourneyDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** In whatever order merges, un-merges and erasures come, and however often: the same people are found. */
class LinkPropertyTest {

    private static final Instant START = Instant.parse("2018-01-18T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = 100;

    /** Target -2 erases the customer, -1 un-merges it, others merge it into a customer. Of one id not all say the same. */
    record Said(int id, int customer, int target, int occurred, int received) {}

    private static JourneyDatabase database;
    private static CustomerLinks links;
    private static CustomerStore store;

    @BeforeContainer
    static void start() {
        database = JourneyDatabase.start().migratedTo("latest");
        links = new CustomerLinks(database.pool());
        store = new CustomerStore(database.pool(), new ErasedCustomers(), links, List.of(links));
    }

    @AfterContainer
    static void stop() throws IOException {
        database.close();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void theSamePeopleWhateverTheOrder(@ForAll("said") List<Said> said, @ForAll Random random) {
        var brand = UUID.randomUUID().toString();
        var events = new ArrayList<>(events(brand, said));
        events.addAll(events.subList(0, events.size() / 2)); // some of them come twice
        Collections.shuffle(events, random);
        while (!events.isEmpty()) {
            var batch = events.subList(0, 1 + random.nextInt(events.size()));
            store.add(List.copyOf(batch)).await().atMost(PATIENCE);
            batch.clear();
        }

        expected(events(brand, said)).forEach((identifier, person) -> assertThat(
                        links.person(brand, identifier, MANY).await().atMost(PATIENCE))
                .isEqualTo(person));
    }

    /** A client that got no answer sends again, and says no time: the first one stands. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void ofTwoWithOneIdTheOneReceivedFirstStands(@ForAll boolean together, @ForAll boolean inOrder) {
        var brand = UUID.randomUUID().toString();
        var first = new CustomersMerged("m", "shop", brand, "a", "b", START, START);
        var undone = new CustomersUnmerged("u", "shop", brand, "a", START.plusSeconds(1), START.plusSeconds(1));
        var again = new CustomersMerged("m", "shop", brand, "a", "b", START.plusSeconds(2), START.plusSeconds(2));
        List<CustomerEvent> events = inOrder ? List.of(first, undone, again) : List.of(again, undone, first);

        if (together) {
            store.add(events).await().atMost(PATIENCE);
        } else {
            events.forEach(event -> store.add(List.of(event)).await().atMost(PATIENCE));
        }

        assertThat(links.person(brand, "a", MANY).await().atMost(PATIENCE)).isEqualTo(Person.of("a"));
    }

    @Provide
    static Arbitrary<List<Said>> said() {
        var customer = Arbitraries.integers().between(0, 6);
        var target = Arbitraries.integers().between(-2, 6);
        var time = Arbitraries.integers().between(0, 5);
        var id = Arbitraries.integers().between(0, 9);
        return Combinators.combine(id, customer, target, time, time)
                .as(Said::new)
                .filter(one -> one.customer() != one.target())
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    private static List<CustomerEvent> events(String brand, List<Said> said) {
        List<CustomerEvent> events = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            var one = said.get(i);
            var name = "c" + one.customer();
            var occurred = START.plusSeconds(one.occurred());
            var received = START.plusSeconds(3600 + one.received()).plus(i, ChronoUnit.MICROS); // never at once
            var id = "e" + one.id();
            events.add(
                    switch (one.target()) {
                        case -2 -> new CustomerErased(id, "shop", brand, name, received, received);
                        case -1 -> new CustomersUnmerged(id, "shop", brand, name, occurred, received);
                        default -> new CustomersMerged(id, "shop", brand, name, "c" + one.target(), occurred, received);
                    });
        }
        return events;
    }

    /** Everybody's person, from what was said, all at once and in memory. */
    private static Map<String, Person> expected(List<CustomerEvent> events) {
        Map<String, Instant> erased = new HashMap<>();
        events.stream()
                .filter(CustomerErased.class::isInstance)
                .forEach(event -> erased.merge(event.customer(), event.receivedAt(), (a, b) -> a.isAfter(b) ? a : b));
        Map<String, CustomerEvent> firstById = events.stream()
                .filter(event -> !(event instanceof CustomerErased))
                .collect(Collectors.toMap(
                        CustomerEvent::id,
                        Function.identity(),
                        BinaryOperator.minBy(Comparator.comparing(CustomerEvent::receivedAt))));
        Map<String, String> into = new HashMap<>();
        firstById.values().stream()
                .filter(event -> names(event)
                        .allMatch(name -> event.receivedAt().isAfter(erased.getOrDefault(name, Instant.MIN))))
                .sorted(Comparator.comparing(CustomerEvent::occurredAt)
                        .thenComparing(CustomerEvent::receivedAt)
                        .thenComparing(CustomerEvent::id))
                .forEach(event ->
                        into.put(event.customer(), event instanceof CustomersMerged merged ? merged.into() : null));
        into.values().removeIf(target -> target == null);
        Map<String, Person> people = new HashMap<>();
        for (int i = 0; i <= 6; i++) {
            people.put("c" + i, Person.of(connected("c" + i, into), into));
        }
        return people;
    }

    private static Stream<String> names(CustomerEvent event) {
        return event instanceof CustomersMerged merged
                ? Stream.of(merged.customer(), merged.into())
                : Stream.of(event.customer());
    }

    private static Set<String> connected(String start, Map<String, String> into) {
        Set<String> whole = new HashSet<>(Set.of(start));
        int before;
        do {
            before = whole.size();
            into.forEach((from, to) -> {
                if (whole.contains(from) || whole.contains(to)) {
                    whole.add(from);
                    whole.add(to);
                }
            });
        } while (whole.size() > before);
        return whole;
    }
}
