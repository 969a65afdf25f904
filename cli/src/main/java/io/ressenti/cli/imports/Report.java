package io.ressenti.cli.imports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an import did, for the person who started it. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    private Report() {}

    /**
     * Of an import.
     *
     * @param runs     how many runs the totals are of
     * @param elapsed  how long the last of them took
     * @param rejected where the rejected items are
     */
    static String ofImport(String name, Totals totals, int runs, Duration elapsed, Path rejected) {
        var report = new Report();
        report.line(
                "Imported %s: %,d items in %s%.1f s",
                name, totals.items(), runs == 1 ? "" : runs + " runs, the last of them ", elapsed.toMillis() / 1000.0);
        report.totals(totals);
        if (totals.rejectedCount() > 0) {
            report.line("What was rejected is in %s: correct it and import that file.", rejected);
        }
        return report.text.toString();
    }

    /** Of a dry run. */
    static String ofDryRun(String name, Totals totals) {
        var report = new Report();
        report.line("Judged %s: %,d items; none of them was kept.", name, totals.items());
        report.totals(totals);
        return report.text.toString();
    }

    private void totals(Totals totals) {
        line("  accepted %,10d", totals.accepted());
        line("  rejected %,10d", totals.rejectedCount());
        totals.rejected()
                .forEach((name, reason) ->
                        line("    %,d × %s, as in: %s (%s)", reason.count(), name, reason.words(), lines(reason)));
        line("  left out %,10d", totals.leftOut());
    }

    private static String lines(Totals.Reason reason) {
        var lines = reason.lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (reason.count() == 1 ? "line " : "lines ")
                + lines
                + (reason.count() > reason.lines().size() ? ", …" : "");
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
    }
}
