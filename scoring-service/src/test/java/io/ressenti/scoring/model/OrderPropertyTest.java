package io.ressenti.scoring.model;

import io.ressenti.contracts.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** S4: the numbers are a function of the set of signals. */
class OrderPropertyTest {

    private static final SignalReader READER = new SignalReader(Judgement.USUAL, Map.of());
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Offset<Double> CLOSE = within(6e-7); // scores have six decimals

    @Property(tries = 300)
    void anyOrderAndAnyBatchingGiveThePlainlyRecomputedScore(
            @ForAll("signals") List<Signal> signals, @ForAll Random random) {
        // Given
        var shuffled = new ArrayList<>(signals);
        Collections.shuffle(shuffled, random);

        // When
        var score = inBatches(shuffled, random);

        // Then
        assertThat(score.experienced().orElseThrow()).isCloseTo(experienced(signals), CLOSE);
        assertThat(score.effectiveN()).isCloseTo(effectiveN(signals), CLOSE);
        assertThat(score.n()).isEqualTo(signals.size());
    }

    @Property(tries = 300)
    void whatIsRememberedDoesNotDependOnOrder(@ForAll("signals") List<Signal> signals, @ForAll Random random) {
        // Given
        var shuffled = new ArrayList<>(signals);
        Collections.shuffle(shuffled, random);

        // When
        var score = inBatches(shuffled, random);

        // Then exactly
        var inOrder = signals.stream().reduce(CustomerScore.NONE, CustomerScore::plus, CustomerScore::merge);
        assertThat(score.peak()).isEqualTo(inOrder.peak());
        assertThat(score.last()).isEqualTo(inOrder.last());
        assertThat(score.bestStated()).isEqualTo(inOrder.bestStated());
    }

    @Provide
    Arbitrary<List<Signal>> signals() {
        var age = Arbitraries.longs().between(0, Duration.ofDays(3000).toMinutes());
        var rated = Combinators.combine(Arbitraries.integers().between(1, 5), age)
                .as((value, minutes) -> READER.read(
                                feedback("acme", "r-" + value + "-" + minutes, "c", ago(minutes), csat(value)))
                        .signals()
                        .getFirst());
        var late = Combinators.combine(Arbitraries.doubles().between(0, 100), age)
                .as((hours, minutes) -> READER.read(touchpoint(
                                "acme", "e-" + hours + "-" + minutes, "c", ago(minutes), Outcome.SUCCESS, delay(hours)))
                        .signals()
                        .getFirst());
        return Arbitraries.oneOf(rated, late).list().ofMinSize(1).ofMaxSize(60);
    }

    private static Instant ago(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static CustomerScore inBatches(List<Signal> signals, Random random) {
        return batches(signals, random).stream()
                .map(batch -> batch.stream().reduce(CustomerScore.NONE, CustomerScore::plus, CustomerScore::merge))
                .reduce(CustomerScore.NONE, CustomerScore::merge);
    }

    private static Collection<List<Signal>> batches(List<Signal> signals, Random random) {
        return IntStream.range(0, signals.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        index -> random.nextInt(4), Collectors.mapping(signals::get, Collectors.toList())))
                .values();
    }

    /** As scoring.md writes it: backward decay from now. */
    private static double weight(Signal signal) {
        var age = Duration.between(signal.encounter().occurredAt(), NOW).toMillis()
                / (double) Duration.ofDays(30).toMillis();
        return Math.pow(2, -age) * (signal.value() < 50 ? 2 : 1);
    }

    private static double experienced(List<Signal> signals) {
        var weighted = signals.stream().mapToDouble(s -> weight(s) * s.value()).sum();
        return weighted
                / signals.stream().mapToDouble(OrderPropertyTest::weight).sum();
    }

    private static double effectiveN(List<Signal> signals) {
        var sum = signals.stream().mapToDouble(OrderPropertyTest::weight).sum();
        return sum
                * sum
                / signals.stream().mapToDouble(s -> weight(s) * weight(s)).sum();
    }
}
