package io.ressenti.scoring.scores;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.scoring.csv.CsvTable;
import io.ressenti.scoring.csv.Tabular;
import io.ressenti.scoring.model.Interval;
import io.ressenti.scoring.model.Metric;
import io.ressenti.scoring.scores.ScoreRepository.Group;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * A metric's numbers, and what one has to know to read them.
 *
 * @param formula    the formula, for people
 * @param version    grows when the formula changes
 * @param confidence the level of the intervals
 * @param from       start of the window of event time, included; null: since the beginning
 * @param to         end of the window, not included; null: without end
 * @param bucket     the span of time that rows are broken down by; left out where none was asked for
 */
@RegisterForReflection(registerFullHierarchy = true) // resources answer with a Response, which does not tell
record ScoresView(
        String metric,
        String formula,
        int version,
        double confidence,
        Instant from,
        Instant to,
        List<String> by,
        @JsonInclude(JsonInclude.Include.NON_NULL) String bucket,
        List<ScoreRow> rows)
        implements Tabular {

    static ScoresView of(MetricQuery query, List<Group> groups) {
        var metric = query.metric();
        var sums = query.sums();
        return new ScoresView(
                metric.code(),
                metric.formula(),
                Metric.VERSION,
                Interval.CONFIDENCE,
                sums.window().from(),
                sums.window().to(),
                sums.byCodes(),
                sums.bucket().map(Bucket::code).orElse(null),
                new Rows(query, groups));
    }

    @Override
    public CsvTable table() {
        var bucketName = bucket == null ? List.<String>of() : List.of("bucket");
        var numbers = List.of("n", "value", "low", "high", "mean", "share", "tooFew");
        return new CsvTable(
                metric,
                CsvTable.concat(by, bucketName, numbers),
                rows.stream().map(this::cells).toList());
    }

    private List<Object> cells(ScoreRow row) {
        return CsvTable.concat(
                by.stream().map(row.dimensions()::get).toList(),
                bucket == null ? List.of() : List.of(row.bucket()),
                CsvTable.row(row.n(), row.value(), row.low(), row.high(), row.mean(), row.share(), row.tooFew()));
    }

    /** A row is made when it is written: of very many none has to be kept. */
    private static final class Rows extends AbstractList<ScoreRow> implements RandomAccess {

        private final MetricQuery query;
        private final List<Group> groups;
        private final Map<OffsetDateTime, String> labels = new HashMap<>(); // the same few for all

        Rows(MetricQuery query, List<Group> groups) {
            this.query = query;
            this.groups = groups;
        }

        @Override
        public ScoreRow get(int index) {
            var group = groups.get(index);
            var bucket = query.sums().bucket().map(span -> labels.computeIfAbsent(group.bucket(), span::label));
            return ScoreRow.of(group.dimensions(), bucket.orElse(null), query.metric(), group.sums());
        }

        @Override
        public int size() {
            return groups.size();
        }
    }
}
