package io.ressenti.scoring.model.drop;

import java.time.LocalDate;

/**
 * A day's signals (UTC).
 *
 * @param dropped whether the day, or a part of it, belongs to a drop: what is usual is not learnt from it
 */
public record DayTally(LocalDate day, Tally tally, boolean dropped) {

    DayTally plus(Tally more) {
        return new DayTally(day, tally.plus(more), dropped);
    }

    DayTally withDropped(boolean isDropped) {
        return new DayTally(day, tally, isDropped);
    }
}
