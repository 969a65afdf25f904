package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.TouchpointRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A failed delivery for tests; each method changes one thing about it. */
public final class ATouchpoint {

    static final Instant DAY = Instant.parse("2018-01-18T00:00:00Z");

    private String id = "delivered";
    private String source = "shop";
    private String brand = "acme";
    private String customer = "c-42";
    private String journeyId = "o-1";
    private Instant occurredAt = DAY;
    private Instant clientOccurredAt;
    private Instant sentAt;
    private Instant receivedAt = DAY;
    private Outcome outcome = Outcome.FAILURE;
    private Map<String, Double> measures = Map.of("delayHours", 36.5);
    private Map<String, String> attributes = Map.of("state", "SP");
    private List<PromiseMeasured> promises = List.of(PromiseMeasured.of("delayHours", 36.5, 0, 72, "h"));
    private Stage stage = Stage.ACCESS;
    private Long revision = 1L;

    public ATouchpoint id(String value) {
        id = value;
        return this;
    }

    public ATouchpoint source(String value) {
        source = value;
        return this;
    }

    public ATouchpoint brand(String value) {
        brand = value;
        return this;
    }

    public ATouchpoint customer(String value) {
        customer = value;
        return this;
    }

    public ATouchpoint journey(String value) {
        journeyId = value;
        return this;
    }

    public ATouchpoint at(Instant value) {
        occurredAt = value;
        receivedAt = value;
        return this;
    }

    /** So many hours after {@link #DAY}. */
    public ATouchpoint hour(int value) {
        return at(DAY.plus(Duration.ofHours(value)));
    }

    public ATouchpoint received(Instant value) {
        receivedAt = value;
        return this;
    }

    public ATouchpoint sent(Instant value) {
        sentAt = value;
        return this;
    }

    /** The client's clock said {@code claimed}; it was corrected to {@code actual}. */
    public ATouchpoint corrected(Instant claimed, Instant actual) {
        clientOccurredAt = claimed;
        occurredAt = actual;
        return this;
    }

    public ATouchpoint outcome(Outcome value) {
        outcome = value;
        return this;
    }

    public ATouchpoint measures(Map<String, Double> value) {
        measures = value;
        return this;
    }

    public ATouchpoint attributes(Map<String, String> value) {
        attributes = value;
        return this;
    }

    /** What we add to what the client said. */
    public ATouchpoint judged(Stage inStage, long byRevision, List<PromiseMeasured> beside) {
        stage = inStage;
        revision = byRevision;
        promises = beside;
        return this;
    }

    public TouchpointRecorded build() {
        return new TouchpointRecorded(
                id,
                source,
                brand,
                customer,
                journeyId,
                "order-delivered",
                revision,
                stage,
                "COURIER",
                "seller-9",
                occurredAt,
                clientOccurredAt,
                sentAt,
                receivedAt,
                outcome,
                measures,
                promises,
                attributes,
                null);
    }
}
