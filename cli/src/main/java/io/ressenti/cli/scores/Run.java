package io.ressenti.cli.scores;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A verification or a rebuild, as far as it is shown.
 *
 * @param consistent verification: whether everything kept is what the signals say
 * @param signals    verification: how many signals that was worked out from
 * @param events     rebuild: how many events count
 * @param reviewed   rebuild: how many customers' scores were compared with what had been told of them
 */
record Run(
        String id,
        State state,
        Instant startedAt,
        Instant endedAt,
        String step,
        String failure,
        Boolean consistent,
        Long signals,
        List<Table> tables,
        Long events,
        Long reviewed) {

    /** How far it is. */
    enum State {
        RUNNING,
        DONE,
        FAILED,
        INTERRUPTED
    }

    /** What comparing one table has shown. */
    record Table(String table, long rows, long differences, double maxDeviation, List<Difference> examples) {}

    /** A row that differs. */
    record Difference(Map<String, String> key, Map<String, Double> stored, Map<String, Double> recomputed) {}

    boolean running() {
        return state == State.RUNNING;
    }

    /** How long it took; of a run that has ended. */
    double seconds() {
        return Duration.between(startedAt, endedAt).toMillis() / 1000.0;
    }
}
