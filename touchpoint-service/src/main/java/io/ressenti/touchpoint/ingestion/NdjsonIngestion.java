package io.ressenti.touchpoint.ingestion;

import io.ressenti.platform.json.JsonLines;
import io.ressenti.touchpoint.ingestion.model.Answer;
import io.ressenti.touchpoint.ingestion.model.Submitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

/**
 * Takes in events by the line, as many as there are. The lines are judged and published in chunks, a few at a time; while Kafka
 * is slow nothing more is read, so that in the end the client waits. For virtual threads.
 */
@ApplicationScoped
class NdjsonIngestion {

    /** So that the next chunks are judged while Kafka writes. */
    private static final int IN_FLIGHT_PER_STREAM = 4;

    /** All streams together: half a megabyte each, well within what the producer may keep. */
    private static final int IN_FLIGHT = 16;

    private final TouchpointIngestion ingestion;
    private final Semaphore places = new Semaphore(IN_FLIGHT);

    NdjsonIngestion(TouchpointIngestion ingestion) {
        this.ingestion = ingestion;
    }

    /**
     * Takes in all of {@code body}.
     *
     * @return what became of the lines
     * @throws BrokenOffException where it cannot go on to the end; the lines before that were taken in
     */
    BatchView ingest(String brand, InputStream body, boolean isDry) throws BrokenOffException {
        var progress = new Progress(brand, isDry, new JsonLines(body, Submitted.MAX_BYTES));
        try (body) {
            return progress.toTheEnd();
        } catch (IOException | RuntimeException e) {
            throw new BrokenOffException(e, progress.confirmedLines);
        }
    }

    /** A chunk on its way to Kafka. */
    private record Chunk(long[] indexes, long end, CompletableFuture<List<Answer>> answers) {}

    private final class Progress {

        private final String brand;
        private final boolean isDry;
        private final JsonLines lines;
        private final Tally tally = new Tally();
        private final Deque<Chunk> inFlight = new ArrayDeque<>();
        private long confirmedLines;

        Progress(String brand, boolean isDry, JsonLines lines) {
            this.brand = brand;
            this.isDry = isDry;
            this.lines = lines;
        }

        BatchView toTheEnd() throws IOException {
            try {
                for (var next = lines.next(); !next.isEmpty(); next = lines.next()) {
                    if (inFlight.size() == IN_FLIGHT_PER_STREAM) {
                        confirmOldest();
                    }
                    inFlight.addLast(start(next));
                }
            } finally {
                while (!inFlight.isEmpty()) {
                    confirmOldest();
                }
            }
            return tally.view();
        }

        private Chunk start(List<JsonLines.Line> next) {
            var events = next.stream().map(NdjsonIngestion::submitted).toList();
            places.acquireUninterruptibly();
            var answers = isDry ? ingestion.judge(brand, events) : ingestion.ingest(brand, events);
            var started = answers.onTermination().invoke(places::release).subscribeAsCompletionStage();
            var indexes = next.stream().mapToLong(JsonLines.Line::index).toArray();
            return new Chunk(indexes, lines.count(), started);
        }

        private void confirmOldest() {
            var chunk = inFlight.removeFirst();
            try {
                tally.add(chunk.answers().join(), i -> chunk.indexes()[i]);
                confirmedLines = chunk.end();
            } catch (CompletionException e) {
                inFlight.clear(); // what comes behind a gap does not count as confirmed
                throw e;
            }
        }
    }

    private static Submitted submitted(JsonLines.Line line) {
        return line.json() == null ? Submitted.tooLarge() : Submitted.event(line.json());
    }
}
