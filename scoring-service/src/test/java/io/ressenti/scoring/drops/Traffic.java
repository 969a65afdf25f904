package io.ressenti.scoring.drops;

import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.SignalKind;
import io.ressenti.contracts.Stage;
import io.ressenti.scoring.model.Encounter;
import io.ressenti.scoring.model.EventKind;
import io.ressenti.scoring.model.Place;
import io.ressenti.scoring.model.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Signals of one touchpoint of a brand. */
record Traffic(String brand) {

    static final String TOUCHPOINT = "order-delivered";
    static final String COURIER = "COURIER";

    /** A signal that counts from now on, or no longer. */
    record Change(Signal signal, boolean removed) {}

    /** A signal that counts. */
    static Change signal(String brand, String channel, String partner, Instant at, boolean dissatisfied) {
        var encounter = new Encounter(
                EventKind.TOUCHPOINT,
                "courier-app",
                UUID.randomUUID().toString(),
                0,
                brand,
                "c-42",
                null,
                new Place(TOUCHPOINT, Stage.ACCESS, channel, partner),
                at,
                at);
        var cause = new Cause(encounter.eventId(), encounter.source(), null, null, Outcome.FAILURE);
        var signal = new Signal(
                UUID.randomUUID(),
                0,
                encounter,
                SignalKind.OUTCOME,
                dissatisfied ? 0 : 100,
                null,
                dissatisfied,
                1,
                null,
                cause);
        return new Change(signal, false);
    }

    /** The same signal, which no longer counts. */
    static Change removed(Change change) {
        return new Change(change.signal, true);
    }

    /** {@code perDay} signals each day, evenly over its hours, of which every {@code dissatisfiedEvery}-th is dissatisfied. */
    List<Change> days(Instant from, int days, int perDay, int dissatisfiedEvery, String partner) {
        var gap = Duration.ofDays(1).dividedBy(perDay);
        return IntStream.range(0, days * perDay)
                .mapToObj(i -> signal(
                        brand,
                        COURIER,
                        partner,
                        from.plus(gap.multipliedBy(i)),
                        i % dissatisfiedEvery == dissatisfiedEvery - 1))
                .toList();
    }
}
