package io.ressenti.notification.alert.model;

import io.ressenti.contracts.AlertChange;
import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlertingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, CRITICAL", "9.99, CRITICAL", "10, HIGH", "24.99, HIGH", "25, WARNING", "39, WARNING"})
    void theValueDecidesTheSeverity(double value, Severity severity) {
        assertThat(evidence(value, null).severity()).isEqualTo(severity);
    }

    @Example
    void anEmotionThatOnlyTheBetterSignalHasIsKept() {
        // Given
        var first = finding("o-1", 30, Emotion.FRUSTRATED);
        var second = finding("o-1", 5, null);

        // When
        var changes = apply(List.of(), List.of(first, second));

        // Then
        assertThat(changes.getLast().alert().worst()).isEqualTo(evidence(5, Emotion.FRUSTRATED));
    }

    @Property
    void eachSubjectHasOneUnresolvedAlertThatCountsItsSignals(@ForAll("findings") List<Finding> findings) {
        // When
        var changes = apply(List.of(), findings);

        // Then
        var alerts = Change.latest(changes);
        var counts = findings.stream().collect(Collectors.groupingBy(Finding::key, Collectors.counting()));
        assertThat(changes).hasSameSizeAs(findings);
        assertThat(alerts.stream().collect(Collectors.toMap(Alert::key, alert -> (long) alert.signals())))
                .isEqualTo(counts);
        assertThat(alerts).allSatisfy(alert -> assertThat(alert.revision()).isEqualTo(alert.signals()));
    }

    @Property
    void theWorstSignalShows(@ForAll("findings") List<Finding> findings) {
        // When
        var changes = apply(List.of(), findings);

        // Then
        assertThat(Change.latest(changes)).allSatisfy(alert -> {
            var worst = findings.stream()
                    .filter(finding -> finding.key().equals(alert.key()))
                    .map(Finding::evidence)
                    .min(Comparator.comparingDouble(Evidence::value))
                    .orElseThrow();
            assertThat(alert.worst().value()).isEqualTo(worst.value());
            assertThat(alert.severity()).isEqualTo(worst.severity());
        });
    }

    @Property
    void batchesCanBeCutAnywhere(@ForAll("findings") List<Finding> findings, @ForAll("cuts") int cut) {
        // Given
        var middle = Math.min(cut, findings.size());

        // When
        var first = apply(List.of(), findings.subList(0, middle));
        var second = apply(List.copyOf(Change.latest(first)), findings.subList(middle, findings.size()));

        // Then
        List<Change> cutInTwo = new ArrayList<>(first);
        cutInTwo.addAll(second);
        assertThat(cutInTwo)
                .usingRecursiveComparison()
                .ignoringFields("alert.id")
                .isEqualTo(apply(List.of(), findings));
    }

    @Property
    void whateverPeopleDoTheAssigneeStaysAndRevisionsGrowByOne(@ForAll("kinds") List<AlertAction.Kind> kinds) {
        // Given
        var alert =
                apply(List.of(), List.of(finding("o-1", 30, null))).getFirst().alert();
        var assigned = false;

        for (AlertAction.Kind kind : kinds) {
            // When
            var after = alert.after(action(kind), NOW);

            // Then
            assertThat(after.isPresent())
                    .isEqualTo(Lifecycle.possible(alert.state()).contains(kind));
            if (after.isEmpty()) {
                continue;
            }
            assigned |= kind == AlertAction.Kind.ASSIGN;
            assertThat(after.get().assignee()).isEqualTo(assigned ? "Nadia" : null);
            assertThat(after.get().revision()).isEqualTo(alert.revision() + 1);
            assertThat(after.get().signals()).isEqualTo(1);
            alert = after.get();
        }
    }

    @Example
    void aSignalLeavesWhatPeopleDid() {
        // Given
        var opened =
                apply(List.of(), List.of(finding("o-1", 30, null))).getFirst().alert();
        var assigned = opened.after(new AlertAction.Assign("Nadia"), NOW).orElseThrow();

        // When
        var change = apply(List.of(assigned), List.of(finding("o-1", 5, null))).getFirst();

        // Then
        assertThat(change.what()).isEqualTo(AlertChange.SIGNAL_ADDED);
        assertThat(change.alert().state()).isEqualTo(AlertState.IN_PROGRESS);
        assertThat(change.alert().assignee()).isEqualTo("Nadia");
        assertThat(change.alert().id()).isEqualTo(opened.id());
    }

    @Provide
    Arbitrary<List<Finding>> findings() {
        return Combinators.combine(
                        Arbitraries.of("o-1", "o-2", null),
                        Arbitraries.doubles().between(0, 39.9))
                .as((journey, value) -> finding(journey, value, null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, 30);
    }

    @Provide
    Arbitrary<List<AlertAction.Kind>> kinds() {
        return Arbitraries.of(AlertAction.Kind.class).list().ofMaxSize(20);
    }

    private static AlertAction action(AlertAction.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGE -> new AlertAction.Acknowledge();
            case ASSIGN -> new AlertAction.Assign("Nadia");
            case NOTE -> new AlertAction.Note("Called her.");
            case RESOLVE -> new AlertAction.Resolve("Refunded.", null);
            case REOPEN -> new AlertAction.Reopen(null);
        };
    }

    private static List<Change> apply(List<Alert> unresolved, List<Finding> findings) {
        return Alerting.apply(unresolved, findings, NOW, () -> UUID.randomUUID().toString());
    }

    private static Finding finding(String journeyId, double value, Emotion emotion) {
        return new Finding(
                new AlertKey("acme", "dissatisfied-signal", "c-42", journeyId),
                null,
                evidence(value, emotion),
                72.0,
                38.0,
                NOW,
                new FactKey("ressenti/scoring-service", "f-1"));
    }

    private static Evidence evidence(double value, Emotion emotion) {
        return new Evidence("order-delivered", Stage.ACCESS, "COURIER", null, value, emotion, null, NOW);
    }
}
