package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.problem.Problem;
import io.ressenti.touchpoint.catalogue.model.Catalogue;
import io.ressenti.touchpoint.catalogue.model.Promise;
import io.ressenti.touchpoint.catalogue.model.Touchpoint;
import java.time.Duration;
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

    private final Judge judge = new Judge("acme", Catalogue.of(List.of(DELIVERY)), NOW, Duration.ofMinutes(5));

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
                        3L,
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
    @CsvSource({", runner-1", "seller-9, seller-9"})
    void theTouchpointsPartnerStandsInWhereTheEventNamesNone(String named, String recorded) {
        // Given
        var pickup = new Touchpoint("pickup", 1, Stage.ACCESS, "runner-1", Set.of("STORE"), List.of());
        var judgeOfPickups = new Judge("acme", Catalogue.of(List.of(pickup)), NOW, Duration.ofMinutes(5));

        // When
        var verdict = judgeOfPickups.decide(new Reading.Readable(event("pickup", "STORE", TIME, null, named)));

        // Then
        assertThat(((Verdict.Accepted) verdict).recorded().partner()).isEqualTo(recorded);
    }

    @Test
    void aWrongClockIsPutRightBeforeAnythingElseIsDecided() {
        // Given an event that would lie in the future, and a promise that held only before today
        var promise = new Promise("delayHours", 0, 72, null, Map.of(), null, Instant.parse("2026-11-22T00:00:00Z"));
        var touchpoint = new Touchpoint("t", 1, Stage.ACCESS, null, Set.of("STORE"), List.of(promise));
        var judgeOfThat = new Judge("acme", Catalogue.of(List.of(touchpoint)), NOW, Duration.ofMinutes(5));
        var sentAt = Instant.parse("2036-01-02T00:00:00Z");
        var occurredAt = Instant.parse("2036-01-01T06:00:00Z");

        // When
        var verdict = judgeOfThat.decide(new Reading.Readable(event("t", "STORE", occurredAt, sentAt, null)));

        // Then
        var recorded = ((Verdict.Accepted) verdict).recorded();
        assertThat(recorded.occurredAt()).isEqualTo(Instant.parse("2026-11-21T18:00:00Z"));
        assertThat(recorded.clientOccurredAt()).isEqualTo(occurredAt);
        assertThat(recorded.sentAt()).isEqualTo(sentAt);
        assertThat(recorded.promises()).hasSize(1);
    }

    @Test
    void anEventThatWouldHaveHappenedBeforeAnybodyKeptTouchpointsIsRefused() {
        // Given
        var event = event("order-delivered", "STORE", TIME, Instant.parse("9999-01-01T00:00:00Z"), null);

        // When
        var verdict = judge.decide(new Reading.Readable(event));

        // Then
        var problem = ((Verdict.Rejected) verdict).problem();
        assertThat(problem.kind()).isEqualTo("invalid");
        assertThat(problem.errors().getFirst().pointer()).isEqualTo("/occurredAt");
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
        var verdict = judge.decide(new Reading.Unreadable("shop", "e-1", problem));

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Rejected("shop", "e-1", problem));
    }

    private static TouchpointEvent event(String touchpoint, String channel, Instant occurredAt) {
        return event(touchpoint, channel, occurredAt, null, "seller-9");
    }

    private static TouchpointEvent event(
            String touchpoint, String channel, Instant occurredAt, Instant sentAt, String partner) {
        return new TouchpointEvent(
                "e-1",
                "shop",
                occurredAt,
                sentAt,
                "c-42",
                "o-17",
                touchpoint,
                channel,
                partner,
                Outcome.SUCCESS,
                Map.of("delayHours", 36.5, "weight", 2.0),
                Map.of(),
                null);
    }
}
