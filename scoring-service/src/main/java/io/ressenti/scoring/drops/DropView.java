package io.ressenti.scoring.drops;

import io.ressenti.contracts.DissatisfiedShare;
import io.ressenti.scoring.model.drop.Drop;
import java.time.Instant;

/**
 * A drop.
 *
 * @param channel    the channel that it is about; null where it is about the whole touchpoint or a partner
 * @param partner    the partner that it is about; null otherwise
 * @param since      when it has likely begun
 * @param detectedAt when it was certain enough (event time)
 * @param before     what was usual
 * @param after      from {@code since} to {@code detectedAt}
 * @param endedSince when the end has likely begun; null while it is on
 * @param endedAt    when that was certain enough; null while it is on
 * @param ended      from {@code endedSince} to {@code endedAt}; null unless it has recovered
 */
record DropView(
        String touchpoint,
        String channel,
        String partner,
        Drop.State state,
        Instant since,
        Instant detectedAt,
        DissatisfiedShare before,
        DissatisfiedShare after,
        Instant endedSince,
        Instant endedAt,
        DissatisfiedShare ended) {

    static DropView of(WatchedSeries series, Drop drop) {
        var end = drop.end();
        return new DropView(
                series.touchpoint(),
                orNull(series.channel()),
                orNull(series.partner()),
                drop.state(),
                drop.since(),
                drop.detectedAt(),
                drop.before().share(),
                drop.after().share(),
                end == null ? null : end.since(),
                end == null ? null : end.at(),
                drop.state() == Drop.State.RECOVERED ? end.tally().share() : null);
    }

    private static String orNull(String code) {
        return code.isEmpty() ? null : code;
    }
}
