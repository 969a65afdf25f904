package io.ressenti.cli.scores;

import io.ressenti.cli.client.Api;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Json;
import io.ressenti.cli.client.Pause;
import io.ressenti.cli.client.Problem;
import io.ressenti.cli.client.Reply;
import java.time.Duration;
import java.util.function.Consumer;

/** Starts runs and watches them. */
final class Runs {

    static final String VERIFICATIONS = "/api/v1/scores/verifications";
    static final String REBUILDS = "/api/v1/scores/rebuilds";

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Api api;

    Runs(Api api) {
        this.api = api;
    }

    /**
     * Starts a run.
     *
     * @throws ClientException where another one goes on
     */
    Run start(String path) {
        return read(api.post(path, Json.object()));
    }

    /**
     * Waits for a run's end.
     *
     * @param steps is told what it does, whenever that has changed
     * @throws ClientException where it gave up, or was interrupted
     */
    Run await(String path, Run started, Consumer<String> steps) {
        var run = started;
        while (run.running()) {
            Pause.of(LOOK);
            var next = read(api.get(path + "/" + run.id()));
            if (next.step() != null && !next.step().equals(run.step())) {
                steps.accept(next.step());
            }
            run = next;
        }
        return switch (run.state()) {
            case FAILED -> throw new ClientException(run.failure());
            case INTERRUPTED -> throw new ClientException("The service ended before it was done. Start it again.");
            default -> run;
        };
    }

    private static Run read(Reply reply) {
        if (!reply.ok()) {
            throw new ClientException(Json.read(reply.body(), Problem.class).words());
        }
        return Json.read(reply.body(), Run.class);
    }
}
