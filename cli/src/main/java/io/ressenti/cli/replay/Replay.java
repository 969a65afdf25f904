package io.ressenti.cli.replay;

import io.ressenti.cli.client.BatchClient;
import io.ressenti.cli.client.BatchResult;
import io.ressenti.cli.client.ClientEvent;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.FeedbackEvent;
import io.ressenti.cli.client.TouchpointEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
        var result = BatchResult.NOTHING;
        Deque<Future<BatchResult>> underWay = new ArrayDeque<>();
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (int from = 0; from < events.size(); from += batchSize) {
                if (underWay.size() == inFlight) {
                    result = result.plus(await(underWay.removeFirst()));
                }
                sleepUntil(start.plus(pace.dueAfter(from)));
                underWay.add(submit(executor, events.subList(from, Math.min(from + batchSize, events.size()))));
            }
            while (!underWay.isEmpty()) {
                result = result.plus(await(underWay.removeFirst()));
            }
            return result;
        } finally {
            executor.shutdownNow();
        }
    }

    private Future<BatchResult> submit(ExecutorService executor, List<ClientEvent> batch) {
        return executor.submit(() -> {
            var touchpoints = client.send(only(TouchpointEvent.class, batch));
            var result = touchpoints.plus(client.send(only(FeedbackEvent.class, batch)));
            progress.add(batch.size());
            return result;
        });
    }

    private static <T extends ClientEvent> List<T> only(Class<T> kind, List<ClientEvent> batch) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static BatchResult await(Future<BatchResult> batch) {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClientException refused) {
                throw refused;
            }
            throw new IllegalStateException("a batch could not be sent", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted; run it again: what was taken already counts once.", e);
        }
    }

    private static void sleepUntil(Instant due) {
        var wait = Duration.between(Instant.now(), due);
        if (!wait.isPositive()) {
            return;
        }
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted; run it again: what was taken already counts once.", e);
        }
    }
}
