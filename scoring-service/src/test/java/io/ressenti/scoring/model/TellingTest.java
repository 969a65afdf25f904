package io.ressenti.scoring.model;

import io.ressenti.contracts.Band;
import io.ressenti.contracts.CustomerScoreChanged;
import io.ressenti.contracts.FeedbackRecorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.nps;
import static org.assertj.core.api.Assertions.assertThat;

/** What is told of customers' scores, and when. */
class TellingTest {

    private static final SignalReader READER = new SignalReader(Judgement.USUAL, Map.of());
    private static final CustomerKey CUSTOMER = new CustomerKey("acme", "c-1");
    private static final CustomerKey DEVICE = new CustomerKey("acme", "device-9");

    @Test
    void tellsTheFirstScore() {
        // Given
        var event = READER.read(feedback("acme", "r-1", "c-1", NOON, csat(5), nps(8)));

        // When
        var reckoning = Reckoning.of(Map.of(), List.of(event), NOON.plusSeconds(2));

        // Then
        assertThat(reckoning.changed())
                .containsExactly(new CustomerScoreChanged(
                        reckoning.changed().getFirst().id(),
                        "ressenti/scoring-service",
                        "acme",
                        "c-1",
                        NOON,
                        NOON.plusSeconds(2),
                        90,
                        90,
                        Band.AMBASSADOR,
                        null,
                        2,
                        2));
    }

    @Test
    void doesNotTellLessThanAPoint() {
        // Given 70 from many answers
        var before = states(after(Map.of(), repeated(60, 7)));

        // When one more says 80
        var reckoning = Reckoning.of(before, List.of(READER.read(said("r-x", "c-1", 8))), NOON);

        // Then
        assertThat(reckoning.changed()).isEmpty();
        assertThat(reckoning.forgotten()).isEmpty();
        assertThat(reckoning.states().get(CUSTOMER).told())
                .isEqualTo(before.get(CUSTOMER).told());
    }

    @Test
    void tellsWhatHasCreptByAPointSinceItWasLastTold() {
        // Given
        var before = states(after(Map.of(), repeated(18, 7)));
        var crept = states(after(before, List.of(said("r-x", "c-1", 8))));

        // When
        var reckoning = after(crept, List.of(said("r-y", "c-1", 8)));

        // Then
        assertThat(crept.get(CUSTOMER).told().experienced()).isEqualTo(70);
        assertThat(reckoning.changed().getFirst().experienced()).isEqualTo(71);
    }

    @Test
    void tellsAnotherBandHoweverSmallTheStep() {
        // Given 60.05: content
        var almost = states(after(Map.of(), repeated(199, 6)));
        var before = states(after(almost, List.of(said("r-s", "c-1", 7))));

        // When
        var reckoning = after(before, List.of(said("r-x", "c-1", 0)));

        // Then 12010/202
        var told = reckoning.changed().getFirst();
        assertThat(told.band()).isEqualTo(Band.FRAGILE);
        assertThat(told.bandBefore()).isEqualTo(Band.CONTENT);
        assertThat(told.experienced()).isEqualTo(59.455446);
    }

    @Test
    void forgetsWhoWasMergedAndTellsOfThePerson() {
        // Given
        var before = states(after(Map.of(), List.of(said("r-1", "c-1", 10), said("r-2", "device-9", 0))));
        Map<CustomerKey, CustomerState> merged = new HashMap<>();
        before.forEach((customer, state) -> merged.put(customer, state.withPerson(CUSTOMER)));

        // When
        var reckoning = Reckoning.of(merged, List.of(), NOON);

        // Then (100 + 2·0)/3
        assertThat(reckoning.forgotten()).containsExactly(DEVICE);
        assertThat(reckoning.changed()).singleElement().satisfies(told -> {
            assertThat(told.customer()).isEqualTo("c-1");
            assertThat(told.experienced()).isEqualTo(33.333333);
            assertThat(told.n()).isEqualTo(2);
        });
        assertThat(reckoning.states().get(CUSTOMER).atRisk()).isTrue();
        assertThat(reckoning.states().get(DEVICE).atRisk()).isFalse();
        assertThat(reckoning.states().get(DEVICE).score().n()).isEqualTo(1);
    }

    @Test
    void aPersonsFactsNameThePersonAndTheirScore() {
        // Given
        var before = states(after(Map.of(), List.of(said("r-1", "c-1", 10), said("r-2", "device-9", 10))));
        Map<CustomerKey, CustomerState> merged = new HashMap<>();
        before.forEach((customer, state) -> merged.put(customer, state.withPerson(CUSTOMER)));

        // When
        var reckoning = after(merged, List.of(said("r-3", "device-9", 0)));

        // Then (100 + 100 + 2·0)/4
        assertThat(reckoning.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.customer()).isEqualTo("c-1");
            assertThat(fact.identifier()).isEqualTo("device-9");
            assertThat(fact.scoreBefore()).isEqualTo(100);
            assertThat(fact.scoreAfter()).isEqualTo(50);
        });
    }

    @Test
    void forgetsOfWhomNothingIsLeft() {
        // Given
        var before = states(after(Map.of(), List.of(said("r-1", "c-1", 10))));
        var erased = Map.of(CUSTOMER, before.get(CUSTOMER).withScore(CustomerScore.NONE));

        // When
        var reckoning = Reckoning.of(erased, List.of(), NOON);

        // Then
        assertThat(reckoning.forgotten()).containsExactly(CUSTOMER);
        assertThat(reckoning.changed()).isEmpty();
        assertThat(reckoning.states().get(CUSTOMER)).isEqualTo(CustomerState.unknown(CUSTOMER));
    }

    @Test
    void tellsEverythingAgainOfWhomSomethingElseMayHaveBeenTold() {
        // Given
        var before = states(after(Map.of(), List.of(said("r-1", "c-1", 10))));
        var gone = Map.of(CUSTOMER, before.get(CUSTOMER), DEVICE, CustomerState.unknown(DEVICE));

        // When
        var reckoning = Reckoning.of(gone, List.of(), NOON, Set.of(CUSTOMER, DEVICE));

        // Then
        assertThat(reckoning.changed())
                .extracting(CustomerScoreChanged::customer)
                .containsExactly("c-1");
        assertThat(reckoning.forgotten()).containsExactly(DEVICE);
    }

    @Test
    void tellsAgainOfThePersonWhomADoubtfulIdentifierBelongsTo() {
        // Given
        var before = states(after(Map.of(), List.of(said("r-1", "c-1", 10))));
        var member = CustomerState.unknown(DEVICE).withPerson(CUSTOMER);

        // When
        var reckoning =
                Reckoning.of(Map.of(CUSTOMER, before.get(CUSTOMER), DEVICE, member), List.of(), NOON, Set.of(DEVICE));

        // Then
        assertThat(reckoning.changed())
                .extracting(CustomerScoreChanged::customer)
                .containsExactly("c-1");
        assertThat(reckoning.forgotten()).containsExactly(DEVICE);
    }

    private static Map<CustomerKey, CustomerState> states(Reckoning reckoning) {
        return reckoning.states();
    }

    private static Reckoning after(Map<CustomerKey, CustomerState> before, List<FeedbackRecorded> events) {
        return Reckoning.of(before, events.stream().map(READER::read).toList(), NOON);
    }

    private static List<FeedbackRecorded> repeated(int times, int value) {
        return Stream.iterate(0, i -> i + 1)
                .limit(times)
                .map(i -> said("r-" + i, "c-1", value))
                .toList();
    }

    private static FeedbackRecorded said(String id, String customer, int recommendation) {
        return feedback("acme", id, customer, NOON, nps(recommendation));
    }
}
