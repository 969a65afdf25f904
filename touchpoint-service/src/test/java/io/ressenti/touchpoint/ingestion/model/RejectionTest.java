package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.contracts.EventRejected;
import io.ressenti.contracts.Flaw;
import io.ressenti.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RejectionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Submitted SUBMITTED = new Submitted("{\"id\":\"e-1\"}".getBytes(StandardCharsets.UTF_8), null);
    private static final Verdict.Rejected REJECTED =
            new Verdict.Rejected("shop", "e-1", Problem.invalid("/customer", "It is missing."));

    @Test
    void keepsWhatIsNeededToRepairTheEvent() {
        // Given an event that was refused

        // When
        var fact = Rejection.of("acme", SUBMITTED, REJECTED, NOW);

        // Then
        assertThat(fact)
                .isEqualTo(new EventRejected(
                        fact.id(),
                        "ressenti/touchpoint-service",
                        "acme",
                        "shop",
                        "e-1",
                        "invalid",
                        "It is missing.",
                        List.of(new Flaw("/customer", "It is missing.")),
                        "{\"id\":\"e-1\"}",
                        NOW));
    }

    @Test
    void theSameAgainIsTheSameFact() {
        // Given
        var first = Rejection.of("acme", SUBMITTED, REJECTED, NOW);

        // When
        var again = Rejection.of("acme", SUBMITTED, REJECTED, NOW.plusSeconds(60));

        // Then
        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void anotherBrandReasonOrTextIsAnotherFact() {
        // Given
        var other = new Submitted("{}".getBytes(StandardCharsets.UTF_8), null);
        var otherReason = new Verdict.Rejected("shop", "e-1", Problem.malformed("It is missing."));

        // When
        var ids = List.of(
                Rejection.of("acme", SUBMITTED, REJECTED, NOW).id(),
                Rejection.of("other", SUBMITTED, REJECTED, NOW).id(),
                Rejection.of("acme", other, REJECTED, NOW).id(),
                Rejection.of("acme", SUBMITTED, otherReason, NOW).id());

        // Then
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void textThatWasTooLargeIsLeftOut() {
        assertThat(Rejection.of("acme", Submitted.tooLarge(), REJECTED, NOW).event())
                .isNull();
    }
}
