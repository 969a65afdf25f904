package io.ressenti.scoring.model;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;

class CubeCellTest {

    private static final SignalReader READER = new SignalReader(Judgement.USUAL, Map.of());
    private static final Place REVIEW = new Place("order-review", Stage.DEBRIEF, "EMAIL", null);
    private static final Place DELIVERY = new Place("order-delivered", Stage.ACCESS, "COURIER", "seller-9");

    @Test
    void countsAnAnswerInItsOwnSeriesAndInExperience() {
        // Given
        var answers = feedback("acme", "r-1", "c-1", NOON.plusSeconds(1800), csat(2), csat(5));

        // When
        var cells = CubeCell.sumsOf(added(answers));

        // Then 25 and 100, of which one is dissatisfied; 2 and 5, of which one is in the top boxes
        assertThat(cells)
                .hasSize(2)
                .containsEntry(cell(Series.EXPERIENCE_STATED, REVIEW), new Sums(2, 125, 10_625, 0, 1))
                .containsEntry(cell(Series.csat(5), REVIEW), new Sums(2, 7, 29, 1, 0));
    }

    @Test
    void countsABrokenPromiseBesideItsValue() {
        // When
        var cells = CubeCell.sumsOf(READER
                .read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.SUCCESS, delay(0), delay(36), delay(72)))
                .signals()
                .stream()
                .map(signal -> new SignalDelta(signal, 0, false))
                .toList());

        // Then 100, 50 and 0
        assertThat(cells)
                .hasSize(2)
                .containsEntry(cell(Series.EXPERIENCE_OBSERVED, DELIVERY), new Sums(3, 150, 12_500, 0, 1))
                .containsEntry(cell(Series.broken("delayHours"), DELIVERY), new Sums(2, 2, 2, 0, 2));
    }

    @Test
    void takesAwayWhatCountsNoLonger() {
        // Given
        var answers = feedback("acme", "r-1", "c-1", NOON, csat(2));
        var deltas = new ArrayList<>(added(answers));
        added(answers).forEach(delta -> deltas.add(new SignalDelta(delta.signal(), delta.partition(), true)));

        // When
        var cells = CubeCell.sumsOf(deltas);

        // Then
        assertThat(cells).hasSize(2).allSatisfy((cell, sums) -> {
            assertThat(sums.n()).isZero();
            assertThat(sums.sum()).isZero();
            assertThat(sums.squares()).isZero();
            assertThat(sums.favourable()).isZero();
            assertThat(sums.unfavourable()).isZero();
        });
    }

    @Test
    void standsInOneOrderForAllInstances() {
        // Given cells that differ in one thing each
        var sorted = List.of(
                cell("acme", Series.NPS, NOON, new Place("order-review", Stage.ACCESS, "ZOO", "z")),
                cell("acme", Series.NPS, NOON, REVIEW),
                cell("acme", Series.NPS, NOON, new Place("order-review", Stage.DEBRIEF, "EMAIL", "seller-9")),
                cell("acme", Series.NPS, NOON, new Place("order-review", Stage.DEBRIEF, "WEB", null)),
                cell("acme", Series.NPS, NOON, new Place("order-review", Stage.DEBRIEF, "ZOO", null)),
                cell("acme", Series.NPS, NOON, new Place("order-z", Stage.DISCOVERY, "APP", null)),
                cell("acme", Series.NPS, NOON.plusSeconds(3600), new Place("a", Stage.DISCOVERY, "APP", null)),
                cell("acme", new Series("STARS:5"), NOON, new Place("a", Stage.DISCOVERY, "APP", null)),
                cell("zeta", Series.NPS, NOON, new Place("a", Stage.DISCOVERY, "APP", null)));
        List<CubeCell> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(3));

        // When
        Collections.sort(shuffled);

        // Then
        assertThat(shuffled).isEqualTo(sorted);
    }

    private static List<SignalDelta> added(FeedbackRecorded answers) {
        return READER.read(answers).signals().stream()
                .map(signal -> new SignalDelta(signal, 0, false))
                .toList();
    }

    private static CubeCell cell(Series series, Place place) {
        return cell("acme", series, NOON, place);
    }

    private static CubeCell cell(String brand, Series series, Instant hour, Place place) {
        return new CubeCell(brand, series, hour, place);
    }
}
