package io.ressenti.cli.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A bar that is redrawn in place on a terminal, and a line now and then elsewhere. */
final class Progress {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private final boolean terminal;
    private final long total;
    private final LongSupplier nanoClock;
    private final long start;
    private long done;
    private long drawnAt;

    Progress(PrintWriter out, boolean terminal, long total, LongSupplier nanoClock) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.drawnAt = start;
    }

    /** Counts {@code events} more as sent. */
    synchronized void add(long events) {
        done += events;
        var now = nanoClock.getAsLong();
        if (done >= total || now - drawnAt >= (terminal ? REDRAW_NANOS : LINE_NANOS)) {
            drawnAt = now;
            draw(now);
        }
    }

    /** How long it has taken so far. */
    synchronized Duration elapsed() {
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
        double share = total == 0 ? 1 : (double) done / total;
        int full = (int) (share * WIDTH);
        double seconds = Math.max((now - start) / 1e9, 0.001);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d of %,d events  %,.0f/s",
                "=".repeat(full),
                " ".repeat(WIDTH - full),
                (int) (share * 100),
                done,
                total,
                done / seconds);
    }
}
