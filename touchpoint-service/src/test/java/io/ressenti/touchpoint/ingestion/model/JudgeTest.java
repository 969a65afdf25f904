package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.problem.Problem;
import io.ressenti.touchpoint.catalogue.model.Catalogue;
import io.ressenti.touchpoint.catalogue.model.Promise;
import io.ressenti.touchpoint.catalogue.model.Touchpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant TIME = Instant.parse("2018-01-18T22:56:59Z");

    private static final Touchpoint DELIVERY = new Touchpoint(
            "order-delivered",
            3,
            Stage.ACCESS,
            null,
            Set.of("COURIER", "STORE"),
            List.of(Promise.of("delayHours", 0, 72), Promise.of("calls", 1, 3)));

    private final Judge judge = new Judge("acme", Catalogue.of(List.of(DELIVERY)), NOW);

    @Test
    void completesAnAcceptedEvent() {
        // Given
        var event = event("order-delivered", "COURIER", TIME);

        // When
        var verdict = judge.decide(new Reading.Readable(event));

        // Then
        assertThat(verdict)
                .isEqualTo(new Verdict.Accepted(new TouchpointRecorded(
                        "e-1",
                        "shop",
                        "acme",
                        "c-42",
                        "o-17",
                        "order-delivered",
                        null,
                        Stage.ACCESS,
                        "COURIER",
                        "seller-9",
                        TIME,
                        null,
                        null,
                        NOW,
                        Outcome.SUCCESS,
                        Map.of("delayHours", 36.5, "weight", 2.0),
                        List.of(PromiseMeasured.of("delayHours", 36.5, 0, 72, null)),
                        Map.of(),
                        null)));
    }

    @ParameterizedTest
    @CsvSource({
        "never-heard-of, COURIER, unknown-touchpoint, /touchpoint",
        "order-delivered, FAX, unknown-channel, /channel"
    })
    void refusesWhatTheCatalogueDoesNotHold(String touchpoint, String channel, String kind, String pointer) {
        // Given
        var event = event(touchpoint, channel, TIME);

        // When
        var verdict = judge.decide(new Reading.Readable(event));

        // Then
        var problem = ((Verdict.Rejected) verdict).problem();
        assertThat(problem.type()).hasToString("urn:ressenti:problem:" + kind);
        assertThat(problem.errors().getFirst().pointer()).isEqualTo(pointer);
        assertThat(problem.detail()).contains("PUT /api/v1/catalogue/touchpoints/");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T12:00:00Z, true", "2026-11-23T12:00:00.001Z, false"})
    void anEventMayLie24HoursAhead(Instant occurredAt, boolean accepted) {
        // Given
        var event = event("order-delivered", "COURIER", occurredAt);

        // When
        var verdict = judge.decide(new Reading.Readable(event));

        // Then
        assertThat(verdict instanceof Verdict.Accepted).isEqualTo(accepted);
    }

    @Test
    void whatCouldNotBeReadIsRejectedWithItsProblem() {
        // Given
        var problem = Problem.malformed("not JSON");

        // When
        var verdict = judge.decide(new Reading.Unreadable("e-1", problem));

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Rejected("e-1", problem));
    }

    private static TouchpointEvent event(String touchpoint, String channel, Instant occurredAt) {
        return new TouchpointEvent(
                "e-1",
                "shop",
                occurredAt,
                null,
                "c-42",
                "o-17",
                touchpoint,
                channel,
                "seller-9",
                Outcome.SUCCESS,
                Map.of("delayHours", 36.5, "weight", 2.0),
                Map.of(),
                null);
    }
}
