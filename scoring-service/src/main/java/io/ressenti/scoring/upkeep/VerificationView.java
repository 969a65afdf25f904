package io.ressenti.scoring.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A verification as the platform team sees it.
 *
 * @param step       what is being compared, or was last
 * @param consistent whether everything kept is what the signals say; null before the end
 * @param signals    how many signals everything was worked out from; null before the end
 * @param tables     what comparing each table has shown; null before the end
 * @param failure    why it gave up; null where it did not
 */
record VerificationView(
        UUID id,
        UpkeepState state,
        String requestedBy,
        Instant startedAt,
        Instant endedAt,
        String step,
        Boolean consistent,
        Long signals,
        List<TableReport> tables,
        String failure) {

    static VerificationView of(UpkeepRun run, UpkeepReports reports) {
        var report = run.state() == UpkeepState.DONE ? reports.read(run, VerificationReport.class) : null;
        return new VerificationView(
                run.id(),
                run.state(),
                run.requestedBy(),
                run.startedAt(),
                run.endedAt(),
                run.step(),
                report == null ? null : report.consistent(),
                report == null ? null : report.signals(),
                report == null ? null : report.tables(),
                reports.failure(run));
    }
}
