package io.ressenti.scoring.upkeep;

import java.time.Instant;
import java.util.UUID;

/**
 * A rebuild as the platform team sees it.
 *
 * @param step    what it does, or did last
 * @param records how many records of the topics were read; null before the end
 * @param events  how many events count now; null before the end
 * @param lost    how many events counted before and stand on no topic any more; null before the end
 * @param reviewed how many customers' scores were compared with what had been told of them, and told where it is worth it; null
 *     before the end
 * @param failure why it gave up; null where it did not
 */
record RebuildView(
        UUID id,
        UpkeepState state,
        String requestedBy,
        Instant startedAt,
        Instant endedAt,
        String step,
        Long records,
        Long events,
        Long lost,
        Long reviewed,
        String failure) {

    static RebuildView of(UpkeepRun run, UpkeepReports reports) {
        var report = run.state() == UpkeepState.DONE ? reports.read(run, RebuildReport.class) : null;
        return new RebuildView(
                run.id(),
                run.state(),
                run.requestedBy(),
                run.startedAt(),
                run.endedAt(),
                run.step(),
                report == null ? null : report.records(),
                report == null ? null : report.events(),
                report == null ? null : report.lost(),
                report == null ? null : report.reviewed(),
                reports.failure(run));
    }
}
