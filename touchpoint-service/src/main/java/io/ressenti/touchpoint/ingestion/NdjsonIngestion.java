package io.ressenti.touchpoint.ingestion;

import io.ressenti.platform.json.JsonLines;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.touchpoint.ingestion.model.Answer;
import io.ressenti.touchpoint.ingestion.model.Submitted;
import io.smallrye.mutiny.Uni;
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

    /**
     * All streams together. A chunk is up to 1 MiB of text, and several times that once it is parsed; the text of all is half of
     * what the producer keeps by default.
     */
    private static final int IN_FLIGHT = 16;

    /** Refused lines are kept too: a stream of nothing else would fill Kafka. */
    private static final int MOST_REJECTED = 100_000;

    private static final Problem TOO_MANY_REJECTED = Problem.of(
            422,
            "too-many-rejected",
            "Too much of this stream is refused",
            "100,000 lines of the stream were refused, so it was not read to its end. Send a part of it with dryRun=true,"
                    + " and correct what is listed there.");

    private final TouchpointIngestion ingestion;
    private final IngestionConfig config;
    private final Semaphore places = new Semaphore(IN_FLIGHT);
    private final Semaphore streams;

    NdjsonIngestion(TouchpointIngestion ingestion, IngestionConfig config) {
        this.ingestion = ingestion;
        this.config = config;
        this.streams = new Semaphore(config.streams());
    }

    /**
     * Takes in all of {@code body}.
     *
     * @return what became of the lines
     * @throws BrokenOffException where it cannot go on to the end, or not even begin because of the other streams; the lines
     *     before that were taken in, or are kept as rejected
     */
    BatchView ingest(String brand, InputStream body, boolean isDry) throws BrokenOffException {
        var progress = new Progress(brand, isDry, new JsonLines(body, Submitted.MAX_BYTES));
        try (body) {
            return admitted(progress);
        } catch (IOException | RuntimeException e) {
            throw new BrokenOffException(e, progress.confirmedLines, isDry);
        }
    }

    private BatchView admitted(Progress progress) throws IOException {
        if (!streams.tryAcquire()) {
            throw new ProblemException(tooManyStreams());
        }
        try {
            return progress.toTheEnd();
        } finally {
            streams.release();
        }
    }

    private Problem tooManyStreams() {
        return Problem.of(
                503,
                "too-many-streams",
                "There is no room for another stream",
                "This instance reads as many streams as it may, " + config.streams()
                        + ". Nothing of this one was read: send it again after the time in Retry-After, or send arrays.");
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
                    if (tally.rejectedTotal() >= MOST_REJECTED) {
                        throw new ProblemException(TOO_MANY_REJECTED);
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

        /** Has lines parsed only once there is a place for them. A client that is waited for holds none. */
        private Chunk start(List<JsonLines.Line> next) {
            places.acquireUninterruptibly();
            var answers = Uni.createFrom()
                    .deferred(() -> answers(next))
                    .onTermination()
                    .invoke(places::release)
                    .subscribeAsCompletionStage();
            var indexes = next.stream().mapToLong(JsonLines.Line::index).toArray();
            return new Chunk(indexes, lines.count(), answers);
        }

        private Uni<List<Answer>> answers(List<JsonLines.Line> next) {
            var events = next.stream().map(NdjsonIngestion::submitted).toList();
            return isDry ? ingestion.judge(brand, events) : ingestion.ingest(brand, events);
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
