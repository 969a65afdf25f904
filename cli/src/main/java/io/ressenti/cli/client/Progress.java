package io.ressenti.cli.client;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a long run is: a bar that is redrawn in place on a terminal, and a line now and then elsewhere. */
public final class Progress {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private final boolean terminal;
    private final long total;
    private final LongSupplier nanoClock;
    private final long start;
    private long events;
    private long done;
    private long drawnAt;

    /** @param total all the work there is, in any unit: events, or bytes of a file */
    public Progress(PrintWriter out, boolean terminal, long total, LongSupplier nanoClock) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.drawnAt = start;
    }

    /**
     * Draws how far it is, now and then.
     *
     * @param eventsSoFar events that were sent
     * @param workSoFar   work that is done, in the unit of the total
     */
    public void reached(long eventsSoFar, long workSoFar) {
        events = eventsSoFar;
        done = workSoFar;
        var now = nanoClock.getAsLong();
        if (done >= total || now - drawnAt >= (terminal ? REDRAW_NANOS : LINE_NANOS)) {
            drawnAt = now;
            draw(now);
        }
    }

    /** How long it has taken so far. */
    public Duration elapsed() {
        return Duration.ofNanos(nanoClock.getAsLong() - start);
    }

    private void draw(long now) {
        var line = line(now);
        if (terminal) {
            out.print("\r" + line + (done >= total ? System.lineSeparator() : ""));
        } else {
            out.println(line);
        }
        out.flush();
    }

    private String line(long now) {
        double share = total == 0 ? 1 : Math.min((double) done / total, 1);
        int full = (int) (share * WIDTH);
        double seconds = Math.max((now - start) / 1e9, 0.001);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d events  %,.0f/s%s",
                "=".repeat(full),
                " ".repeat(WIDTH - full),
                (int) (share * 100),
                events,
                events / seconds,
                remaining(share, seconds));
    }

    /** The time that is left at this pace, as wide as its longest so that a redrawn line covers the one before. */
    private static String remaining(double share, double seconds) {
        if (share <= 0 || share >= 1) {
            return " ".repeat(16);
        }
        var left = (long) Math.ceil(seconds * (1 - share) / share);
        return String.format(Locale.ROOT, "  %4d:%02d left  ", left / 60, left % 60);
    }
}
