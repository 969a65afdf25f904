package io.ressenti.scoring.drops;

import io.ressenti.contracts.DissatisfiedShare;
import io.ressenti.contracts.DropEvent;
import io.ressenti.contracts.PartnerDropped;
import io.ressenti.contracts.PartnerRecovered;
import io.ressenti.contracts.TouchpointDropped;
import io.ressenti.contracts.TouchpointRecovered;
import io.ressenti.scoring.model.NameUuid;
import io.ressenti.scoring.model.drop.Drop;
import io.ressenti.scoring.model.drop.SeriesWatch;
import java.time.Instant;
import java.util.Optional;

/** The facts about drops. Their identifiers are functions of what they say, so that one told twice is recognised. */
final class DropFacts {

    private static final String SOURCE = "ressenti/scoring-service";

    private DropFacts() {}

    static DropEvent dropped(WatchedSeries series, Drop drop) {
        var id = NameUuid.of(
                        "Dropped",
                        series.brand(),
                        series.touchpoint(),
                        series.channel(),
                        series.partner(),
                        drop.detectedAt().toString())
                .toString();
        var before = drop.before().share();
        var after = drop.after().share();
        return series.isOfPartner()
                ? new PartnerDropped(
                        id,
                        SOURCE,
                        series.brand(),
                        series.touchpoint(),
                        series.partner(),
                        drop.since(),
                        drop.detectedAt(),
                        before,
                        after)
                : new TouchpointDropped(
                        id,
                        SOURCE,
                        series.brand(),
                        series.touchpoint(),
                        channel(series),
                        drop.since(),
                        drop.detectedAt(),
                        before,
                        after);
    }

    /** That what was told has recovered; {@code drop} is what it looks like now, when late events have been counted. */
    static DropEvent recovered(Told told, Drop drop) {
        var end = drop.end();
        return over(
                told, end.since(), end.at(), drop.after().share(), end.tally().share(), false);
    }

    /** That there was no drop. */
    static DropEvent withdrawn(Told told, SeriesWatch watch) {
        var usual = Optional.ofNullable(watch).flatMap(SeriesWatch::usual).orElse(told.before());
        return over(told, told.since(), told.since(), told.after().share(), usual.share(), true);
    }

    private static DropEvent over(
            Told told,
            Instant since,
            Instant at,
            DissatisfiedShare before,
            DissatisfiedShare after,
            boolean withdrawn) {
        var series = told.series();
        var id = NameUuid.of("Recovered", told.eventId(), at.toString()).toString();
        return series.isOfPartner()
                ? new PartnerRecovered(
                        id,
                        SOURCE,
                        series.brand(),
                        series.touchpoint(),
                        series.partner(),
                        told.eventId(),
                        since,
                        at,
                        before,
                        after,
                        withdrawn)
                : new TouchpointRecovered(
                        id,
                        SOURCE,
                        series.brand(),
                        series.touchpoint(),
                        channel(series),
                        told.eventId(),
                        since,
                        at,
                        before,
                        after,
                        withdrawn);
    }

    private static String channel(WatchedSeries series) {
        return series.channel().isEmpty() ? null : series.channel();
    }
}
