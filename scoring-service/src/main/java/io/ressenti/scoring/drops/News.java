package io.ressenti.scoring.drops;

import io.ressenti.contracts.DropEvent;
import io.ressenti.scoring.model.drop.Drop;
import io.ressenti.scoring.model.drop.Drop.State;
import io.ressenti.scoring.model.drop.SeriesWatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What there is to tell: the difference between how the series stand and what has been told of them. A drop that moves because an
 * event came late is so told once, one that has never been is withdrawn, and one that has begun and ended while nobody looked
 * (in a history that is replayed) is not told.
 *
 * @param facts what has to be told
 * @param begun the drops among it
 * @param over  the series of which nothing told is on any longer
 */
record News(List<DropEvent> facts, List<Told> begun, List<WatchedSeries> over) {

    /**
     * @param told     what has been told of the touchpoint
     * @param tellFrom a drop that was detected before it is not told any more
     */
    static News of(Evaluation evaluation, List<Told> told, Instant tellFrom) {
        Map<WatchedSeries, Told> bySeries = told.stream().collect(Collectors.toMap(Told::series, Function.identity()));
        var news = new News(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        evaluation.watches().forEach((series, watch) -> {
            var drop = watch.drop();
            if (drop != null
                    && !bySeries.containsKey(series)
                    && !drop.detectedAt().isBefore(tellFrom)) {
                news.begins(series, drop);
            }
        });
        told.stream()
                .filter(one -> !isOn(evaluation.watches().get(one.series())))
                .forEach(one -> news.ends(one, evaluation));
        return news;
    }

    private static boolean isOn(SeriesWatch watch) {
        return watch != null && watch.drop() != null;
    }

    private void begins(WatchedSeries series, Drop drop) {
        var fact = DropFacts.dropped(series, drop);
        facts.add(fact);
        begun.add(new Told(series, fact.id(), drop.since(), drop.before(), drop.after()));
    }

    private void ends(Told one, Evaluation evaluation) {
        over.add(one.series());
        var ended = evaluation.endedAfter(one.series(), one.since());
        if (ended.isEmpty()) {
            facts.add(DropFacts.withdrawn(one, evaluation.watches().get(one.series())));
        } else if (ended.get().state() == State.RECOVERED) {
            facts.add(DropFacts.recovered(one, ended.get()));
        }
    }
}
