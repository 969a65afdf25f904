package io.ressenti.contracts;

import java.time.Instant;

/**
 * A customer's score moved by a point or more, or into another band, since it was last told. Published on
 * {@link Topics#SCORES}; where nothing is left of a customer the topic holds a record without a value.
 *
 * @param customer    of a person with several identifiers the one that the others are merged into
 * @param occurredAt  event time of the last signal
 * @param asOf        when it was reckoned: of two statements the later one holds
 * @param experienced decayed mean of the signals' values, 0–100
 * @param remembered  half peak, half end, 0–100
 * @param bandBefore  the band that was told before; null the first time
 * @param n           how many signals
 * @param effectiveN  how many equally weighted signals would be as firm a ground
 */
public record CustomerScoreChanged(
        String id,
        String source,
        String brand,
        String customer,
        Instant occurredAt,
        Instant asOf,
        double experienced,
        double remembered,
        Band band,
        Band bandBefore,
        long n,
        double effectiveN)
        implements Event {

    @Override
    public String subject() {
        return customer;
    }
}
