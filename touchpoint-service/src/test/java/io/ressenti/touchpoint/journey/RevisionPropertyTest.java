package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Stage;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.intake.Received;
import io.ressenti.platform.privacy.ErasedCustomers;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** In whatever order revisions of answers and erasures of customers come: the same timelines stay, and the same sums. */
class RevisionPropertyTest {

    private static final Instant DAY = Instant.parse("2018-01-18T00:00:00Z");
    private static final int ANSWERS = 6;

    /** What a consumer is given: a revision of an answer, or (where {@code revision} is negative) its customer's erasure. */
    record Delivery(int answer, int revision, boolean lastOfBatch) {

        boolean isErasure() {
            return revision < 0;
        }

        /** Two answers are one customer's. */
        String customer() {
            return "c" + answer / 2;
        }
    }

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

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void theHighestRevisionsStandThatNoErasureVoids(@ForAll("deliveries") List<Delivery> deliveries) {
        deliver(deliveries);

        var standing = standing(deliveries);
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(standing.values());
        assertThat(sums()).isEqualTo(expectedSums(standing.values().stream().toList()));
        assertThat(database.rows("SELECT FROM rejected WHERE brand = '" + brand + "'"))
                .isEmpty();
    }

    @Provide
    static Arbitrary<List<Delivery>> deliveries() {
        var answer = Arbitraries.integers().between(0, ANSWERS - 1);
        var revision = Arbitraries.integers().between(-1, 4);
        return Combinators.combine(answer, revision, Arbitraries.of(true, false, false))
                .as(Delivery::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    /** Revision 2 is the last that was received before the customer's erasure. */
    private Map<Integer, FeedbackRecorded> standing(List<Delivery> deliveries) {
        Set<String> erased = deliveries.stream()
                .filter(Delivery::isErasure)
                .map(Delivery::customer)
                .collect(Collectors.toSet());
        var standing = new TreeMap<Integer, FeedbackRecorded>();
        deliveries.stream()
                .filter(delivery -> !delivery.isErasure())
                .filter(delivery -> delivery.revision() > 2 || !erased.contains(delivery.customer()))
                .sorted(Comparator.comparing(Delivery::revision))
                .forEach(delivery -> standing.put(delivery.answer(), event(delivery)));
        return standing;
    }

    /** An amendment may move an answer to another month. */
    private FeedbackRecorded event(Delivery delivery) {
        return new FeedbackRecorded(
                "r" + delivery.answer(),
                "survey",
                brand,
                delivery.customer(),
                delivery.answer() % 3 == 0 ? null : "o" + delivery.answer() % 3,
                "order-delivered",
                Stage.ACCESS,
                "EMAIL",
                null,
                DAY.plus(Duration.ofDays(20L * delivery.answer() + 25L * (delivery.revision() % 3))),
                DAY.plus(Duration.ofDays(200L + delivery.revision())),
                List.of(),
                "revision " + delivery.revision(),
                "en",
                delivery.revision() == 0 ? null : delivery.revision());
    }

    private CustomerErased erasure(Delivery delivery) {
        var at = DAY.plus(Duration.ofDays(202));
        return new CustomerErased(UUID.randomUUID().toString(), "test", brand, delivery.customer(), at, at);
    }

    private void deliver(List<Delivery> deliveries) {
        List<Delivery> batch = new ArrayList<>();
        for (var delivery : deliveries) {
            if (delivery.isErasure()) {
                store(batch);
                erase(List.of(erasure(delivery)));
                batch.clear();
                continue;
            }
            batch.add(delivery);
            if (delivery.lastOfBatch()) {
                store(batch);
                batch.clear();
            }
        }
        store(batch);
    }

    private void store(List<Delivery> batch) {
        var arrivals = batch.stream()
                .map(this::event)
                .map(RevisionPropertyTest::arrival)
                .toList();
        store.add(arrivals, PartnerDiscovery.newSet()).await().atMost(Duration.ofSeconds(60));
    }

    private static void erase(List<CustomerErased> erased) {
        database.pool()
                .withTransaction(connection -> new ErasedCustomers()
                        .remember(connection, erased)
                        .chain(() -> new JourneyEraser().erase(connection, erased)))
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    private static Arrival arrival(FeedbackRecorded event) {
        var value = EventCodec.toJson(event).getBytes(StandardCharsets.UTF_8);
        var record = new ConsumerRecord<>("cx.feedback.v1", 0, 0, EventCodec.keyOf(event), value);
        return Arrival.ofFeedback(new Received<>(event, record));
    }

    private List<FeedbackRecorded> lines() {
        return database.rows("SELECT entry FROM journey_entry WHERE brand = '" + brand + "'").stream()
                .map(row -> EventCodec.fromJson(row.getString("entry"), FeedbackRecorded.class))
                .toList();
    }

    private Set<String> sums() {
        return database.rows("SELECT * FROM journey WHERE brand = '" + brand + "'").stream()
                .map(row -> "%s %s %d %s %s"
                        .formatted(
                                row.getString("journey_id"),
                                row.getString("customer"),
                                row.getInteger("feedback"),
                                row.getOffsetDateTime("first_at").toInstant(),
                                row.getOffsetDateTime("last_at").toInstant()))
                .collect(Collectors.toSet());
    }

    private static Set<String> expectedSums(List<FeedbackRecorded> events) {
        Map<String, List<Instant>> journeys = events.stream()
                .filter(event -> event.journeyId() != null)
                .collect(Collectors.groupingBy(
                        event -> event.journeyId() + " " + event.customer(),
                        Collectors.mapping(FeedbackRecorded::occurredAt, Collectors.toList())));
        Set<String> sums = new HashSet<>();
        journeys.forEach((journey, times) -> {
            times.sort(Comparator.naturalOrder());
            sums.add("%s %d %s %s".formatted(journey, times.size(), times.getFirst(), times.getLast()));
        });
        return sums;
    }
}
