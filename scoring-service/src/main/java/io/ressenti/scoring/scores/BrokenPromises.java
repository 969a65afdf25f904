package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Series;
import io.ressenti.scoring.scores.ScoreRepository.Group;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts which partner has broken which promises. */
@ApplicationScoped
class BrokenPromises {

    private final PromiseRepository promises;
    private final SumsReader reader;

    BrokenPromises(PromiseRepository promises, SumsReader reader) {
        this.promises = promises;
        this.reader = reader;
    }

    /**
     * Promises broken at touchpoints that a partner ran.
     *
     * @param count how often more was measured than was promised, by however little
     */
    record BrokenPromise(String measure, long count) {

        static final Comparator<BrokenPromise> MOST_FIRST =
                Comparator.comparingLong(BrokenPromise::count).reversed().thenComparing(BrokenPromise::measure);
    }

    private record Broken(String partner, BrokenPromise promise) {}

    /** The promises that each partner has broken in the window, the most frequent first. */
    Uni<Map<String, List<BrokenPromise>>> byPartner(String brand, Window window) {
        return promises.broken(brand)
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(series -> count(brand, series, window))
                .collect()
                .asList()
                .map(BrokenPromises::byPartner);
    }

    private Uni<List<Broken>> count(String brand, Series series, Window window) {
        var measure = series.brokenMeasure().orElseThrow();
        return reader.sums(brand, ScoreQuery.by(Dimension.PARTNER, List.of(series), Set.of(), window))
                .map(groups -> partners(groups)
                        .map(group -> new Broken(
                                group.dimensions().get(Dimension.PARTNER.code()),
                                new BrokenPromise(measure, group.sums().n())))
                        .toList());
    }

    private static Stream<Group> partners(List<Group> groups) {
        return groups.stream().filter(group -> group.dimensions().get(Dimension.PARTNER.code()) != null);
    }

    private static Map<String, List<BrokenPromise>> byPartner(List<List<Broken>> broken) {
        return broken.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Broken::promise, BrokenPromise.MOST_FIRST))
                .collect(Collectors.groupingBy(
                        Broken::partner, Collectors.mapping(Broken::promise, Collectors.toList())));
    }
}
