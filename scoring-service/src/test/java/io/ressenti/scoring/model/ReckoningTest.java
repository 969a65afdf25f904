package io.ressenti.scoring.model;

import io.ressenti.contracts.CustomerAtRisk;
import io.ressenti.contracts.DissatisfactionEvent;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.SignalDissatisfied;
import io.ressenti.contracts.SignalKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.emotion;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.nps;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;

class ReckoningTest {

    private static final SignalReader READER = new SignalReader(Judgement.USUAL, Map.of());

    @Test
    void tellsOfEachDissatisfiedSignalWithTheScoreBeforeAndAfterItsEvent() {
        // Given
        var happy = READER.read(feedback("acme", "r-1", "c-1", NOON, csat(5)));
        var unhappy =
                READER.read(feedback("acme", "r-2", "c-1", NOON, "seller-9", nps(6), emotion(Emotion.DISAPPOINTED)));

        // When
        var facts = Reckoning.of(Map.of(), List.of(happy, unhappy), NOON).facts();

        // Then the score falls from 100 to (100 + 60 + 2·10)/4 = 45: nobody is at risk
        assertThat(facts).hasSize(2).allSatisfy(fact -> {
            assertThat(fact.scoreBefore()).isEqualTo(100);
            assertThat(fact.scoreAfter()).isEqualTo(45);
        });
        var first = (SignalDissatisfied) facts.getFirst();
        assertThat(first.kind()).isEqualTo(SignalKind.NPS);
        assertThat(first.value()).isEqualTo(60);
        assertThat(first.emotion()).isEqualTo(Emotion.DISAPPOINTED);
        assertThat(first.cause().answer()).isEqualTo(nps(6));
        assertThat(first.cause().eventId()).isEqualTo("r-2");
        assertThat(first.partner()).isEqualTo("seller-9");
        assertThat(first.receivedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(first.identifier()).isNull();
        assertThat(first.source()).isEqualTo("ressenti/scoring-service");
    }

    @Test
    void tellsOfACustomerAtRiskBecauseOfTheWorstSignal() {
        // Given somebody who was content
        var content = Reckoning.of(Map.of(), List.of(READER.read(feedback("acme", "r-0", "c-1", NOON, csat(5)))), NOON);
        var event = READER.read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.FAILURE, delay(60)));

        // When
        var facts = Reckoning.of(content.states(), List.of(event), NOON).facts();

        // Then
        var atRisk = (CustomerAtRisk) facts.getLast();
        assertThat(facts).hasSize(3);
        assertThat(atRisk.cause().outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(atRisk.scoreBefore()).isEqualTo(100);
        assertThat(atRisk.n()).isEqualTo(3);
    }

    @Test
    void tellsOnceOfACustomerWhoseFirstEventIsABadOne() {
        // Given
        var event = READER.read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.FAILURE));

        // When
        var facts = Reckoning.of(Map.of(), List.of(event), NOON).facts();

        // Then there was no score to fall from
        assertThat(facts).hasSize(1).hasOnlyElementsOfType(SignalDissatisfied.class);
    }

    @Test
    void tellsTheSameHoweverEventsAreBatched() {
        // Given a customer who begins badly, recovers and falls, and another who begins badly
        var events = List.of(
                READER.read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.FAILURE)),
                READER.read(feedback("acme", "r-1", "c-1", NOON.plusSeconds(86400 * 90), csat(5))),
                READER.read(touchpoint("acme", "e-2", "c-2", NOON, Outcome.ABANDONED)),
                READER.read(touchpoint("acme", "e-3", "c-1", NOON.plusSeconds(86400 * 300), Outcome.FAILURE)));
        var together = Reckoning.of(Map.of(), events, NOON);

        // When
        var first = Reckoning.of(Map.of(), events.subList(0, 1), NOON);
        var rest = Reckoning.of(first.states(), events.subList(1, 4), NOON);

        // Then
        assertThat(together.facts())
                .filteredOn(CustomerAtRisk.class::isInstance)
                .hasSize(1);
        var state = rest.states().get(new CustomerKey("acme", "c-1"));
        assertThat(state.score())
                .isEqualTo(together.states().get(new CustomerKey("acme", "c-1")).score());
        assertThat(java.util.stream.Stream.concat(first.facts().stream(), rest.facts().stream())
                        .toList())
                .isEqualTo(together.facts());
    }

    @Test
    void givesAFactTheSameIdWheneverItIsTold() {
        // Given
        var event = READER.read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.FAILURE));

        // When
        List<DissatisfactionEvent> once =
                Reckoning.of(Map.of(), List.of(event), NOON).facts();
        List<DissatisfactionEvent> again =
                Reckoning.of(Map.of(), List.of(event), NOON).facts();

        // Then
        assertThat(once).extracting(Event::id).doesNotHaveDuplicates();
        assertThat(again).isEqualTo(once);
    }
}
