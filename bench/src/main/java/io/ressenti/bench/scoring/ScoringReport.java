package io.ressenti.bench.scoring;

import io.ressenti.bench.report.Progress;
import io.ressenti.bench.report.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What was measured, as Markdown; parts that were not measured are left out. */
final class ScoringReport {

    static final double TARGET_RATE = 15_000;
    private static final double TARGET_MILLIS = 300;

    private final long events;
    private final double rate;
    private final long past;
    private final Map<String, Progress> throughput = new LinkedHashMap<>();
    private final Map<Long, Progress> growth = new LinkedHashMap<>();
    private final Map<String, ScoreReads.Reading> reads = new LinkedHashMap<>();
    private PublishedScores.Outcome latency;

    ScoringReport(long events, double rate, long past) {
        this.events = events;
        this.rate = rate;
        this.past = past;
    }

    void throughput(String what, Progress progress) {
        throughput.put(what, progress);
    }

    void latency(PublishedScores.Outcome outcome) {
        latency = outcome;
    }

    void growth(long signals, Progress progress) {
        growth.put(signals, progress);
    }

    void read(String question, ScoreReads.Reading reading) {
        reads.put(question, reading);
    }

    /** Whether every score that had to be told was. */
    boolean complete() {
        return latency == null || latency.lost() == 0;
    }

    String markdown() {
        var text = new StringBuilder("""
                # From Kafka to scores, and reading them

                Everything runs on this machine: Kafka, PostgreSQL with fsync and synchronous_commit on, the scoring service with 256 MiB
                of heap. Four visits of 200 touchpoints for each set of answers, 100,000 customers, 50 partners.
                Repeat it with `./ressenti bench scoring --write`.
                """);
        if (!throughput.isEmpty()) {
            text.append(throughputText());
        }
        if (latency != null) {
            text.append(latencyText());
        }
        if (!growth.isEmpty()) {
            text.append(growthText());
        }
        if (!reads.isEmpty()) {
            text.append(readsText());
        }
        return text.toString();
    }

    private String throughputText() {
        var bare = throughput.get("bare loop");
        var table = new Table("", "all events/s", "second half/s", "of the bare loop", "µs of its own an event");
        throughput.forEach((what, progress) -> table.row(
                what,
                number("%,.0f", progress.overall()),
                number("%,.0f", progress.secondHalf()),
                number("%.2f", progress.secondHalf() / bare.secondHalf()),
                number("%.1f", progress.microsPerEvent())));
        return """

                ## Throughput
                %,d events wait on the topics. The bare loop reads the same records and puts each thousand, as they are, into one table
                with one `unnest` upsert. In the first half a service is still compiling. Events have happened at the rate that is aimed at, a
                tenth of them up to six hours before they were received; or evenly over a whole day, so that hardly any two of them meet in a sum.

                %s
                Target for one instance: %,.0f events/s, and half of the bare loop's rate.
                """.formatted(events, table.text(), TARGET_RATE);
    }

    private String latencyText() {
        var table = new Table("ms", "p50", "p99", "p99.9", "scores", "never told");
        table.row(
                "from when an event was due to its score on cx.scores.v1",
                millis(latency.micros(), 50),
                millis(latency.micros(), 99),
                millis(latency.micros(), 99.9),
                number("%,d", latency.micros().getTotalCount()),
                number("%,d", latency.lost()));
        return """

                ## From an event to its score
                %,.0f events/s at fixed moments, whether or not the system keeps up.

                %s
                Target: p99 under %.0f ms.
                """.formatted(rate, table.text(), TARGET_MILLIS);
    }

    private String growthText() {
        var table = new Table("signals stored", "all events/s", "second half/s", "µs of the service an event");
        growth.forEach((signals, progress) -> table.row(
                number("%,d", signals),
                number("%,.0f", progress.overall()),
                number("%,.0f", progress.secondHalf()),
                number("%.1f", progress.microsPerEvent())));
        return """

                ## As signals pile up
                The same load each time, on a service that has just started; the past covers a year.

                %s""".formatted(table.text());
    }

    private String readsText() {
        var table = new Table("ms", "p50", "p99", "readings", "KB of JSON");
        reads.forEach((question, reading) -> table.row(
                question,
                millis(reading.micros(), 50),
                millis(reading.micros(), 99),
                number("%,d", reading.micros().getTotalCount()),
                number("%,.0f", reading.bytes() / 1000.0)));
        return """

                ## Reading scores
                Over HTTP, one answer after the other, with %,d signals of a year stored.

                %s""".formatted(past, table.text());
    }

    private static String millis(Histogram micros, double percentile) {
        return number("%.1f", micros.getValueAtPercentile(percentile) / 1000.0);
    }

    private static String number(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}
