package io.ressenti.cli.replay;

import io.ressenti.cli.client.BatchClient;
import io.ressenti.cli.client.BatchResult;
import io.ressenti.cli.client.ClientEvent;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.FeedbackEvent;
import io.ressenti.cli.client.InOrder;
import io.ressenti.cli.client.Pause;
import io.ressenti.cli.client.Progress;
import io.ressenti.cli.client.TouchpointEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Sends events in their order, several batches at a time. Batches that are under way together may overtake each other, which
 * changes no number: scores depend on the set of events only.
 */
final class Replay {

    private final BatchClient client;
    private final int batchSize;
    private final int inFlight;
    private final Pace pace;
    private final Progress progress;
    private BatchResult result = BatchResult.NOTHING;

    Replay(BatchClient client, int batchSize, int inFlight, Pace pace, Progress progress) {
        this.client = client;
        this.batchSize = batchSize;
        this.inFlight = inFlight;
        this.pace = pace;
        this.progress = progress;
    }

    /**
     * Sends all of them and waits until all are answered.
     *
     * @return what became of them, rejections included
     * @throws ClientException where a batch as a whole cannot be sent
     */
    BatchResult send(List<ClientEvent> events) {
        var start = Instant.now();
        try (var calls = new InOrder<>(inFlight, this::enter)) {
            for (int from = 0; from < events.size(); from += batchSize) {
                var batch = events.subList(from, Math.min(from + batchSize, events.size()));
                Pause.of(Duration.between(Instant.now(), start.plus(pace.dueAfter(from))));
                calls.begin(() -> sendBatch(batch));
            }
            calls.finish();
        }
        return result;
    }

    private void enter(BatchResult batch) {
        result = result.plus(batch);
        var sent = result.accepted() + result.rejected().size();
        progress.reached(sent, sent);
    }

    private BatchResult sendBatch(List<ClientEvent> batch) {
        return client.send(only(TouchpointEvent.class, batch)).plus(client.send(only(FeedbackEvent.class, batch)));
    }

    private static <T extends ClientEvent> List<T> only(Class<T> kind, List<ClientEvent> batch) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
