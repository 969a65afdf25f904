package io.ressenti.scoring.upkeep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs' reports as JSON, as they are kept. */
@ApplicationScoped
@RegisterForReflection(
        targets = {UpkeepReports.Failure.class, VerificationReport.class, RebuildReport.class, Retelling.Report.class})
class UpkeepReports {

    /** The report of a run that gave up. */
    record Failure(String failure) {}

    private final ObjectMapper json;

    UpkeepReports(ObjectMapper json) {
        this.json = json;
    }

    String write(Object report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report of our own cannot be written as JSON", e);
        }
    }

    <R> R read(UpkeepRun run, Class<R> type) {
        try {
            return json.readValue(run.report(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report that was kept cannot be read back", e);
        }
    }

    /** Why a run gave up; null where it did not. */
    String failure(UpkeepRun run) {
        return run.state() == UpkeepState.FAILED ? read(run, Failure.class).failure() : null;
    }
}
