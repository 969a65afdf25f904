package io.ressenti.scoring.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Makes all scores anew: counts the topics from their beginning in a schema beside the live one, and switches over. Live scoring
 * goes on meanwhile and stays ahead: what it has not counted yet is left to it, so that it tells of it.
 */
@ApplicationScoped
class Rebuild {

    static final String NAME = "rebuild";

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    /** With no more records than these to go, everybody can wait for the rest: it takes a second or two. */
    private static final long LAST_LAP = 20_000;

    /** So many records are counted before they are folded into the sums. */
    private static final long FOLD_EVERY = 200_000;

    /** Who does not count a single record for so long does not count at all. */
    private static final Duration STANDSTILL = Duration.ofMinutes(10);

    private static final int MAX_ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 500;

    private final RebuildSchema schema;
    private final InputTopics topics;
    private final Recount recount;
    private final SwitchOver switchOver;
    private final Retelling retelling;
    private final UpkeepRuns runs;

    /** Records that were counted since the last folding; one rebuild runs at a time. */
    private long unfolded;

    Rebuild(
            RebuildSchema schema,
            InputTopics topics,
            Recount recount,
            SwitchOver switchOver,
            Retelling retelling,
            UpkeepRuns runs) {
        this.schema = schema;
        this.topics = topics;
        this.recount = recount;
        this.switchOver = switchOver;
        this.retelling = retelling;
        this.runs = runs;
    }

    /** The task; {@code force}: even where events are lost that stand on no topic any more. */
    UpkeepTask task(boolean force) {
        return new UpkeepTask() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public RebuildReport perform(UpkeepRun run, Consumer<String> step) {
                return rebuild(run, step, force);
            }
        };
    }

    private RebuildReport rebuild(UpkeepRun run, Consumer<String> step, boolean force) {
        try (var reader = topics.open()) {
            refuseUnlessWhole(reader, force);
            step.accept("finishes what another has left");
            retelling.finish(run);
            runs.fenced(run, schema::create);
            var lost = countAgain(run, reader, step, force);
            step.accept("tells which scores have changed");
            return new RebuildReport(reader.records(), schema.liveEvents(), lost, tell(run));
        } finally {
            runs.fenced(run, schema::drop);
        }
    }

    private long tell(UpkeepRun run) {
        try {
            return retelling.finish(run);
        } catch (RuntimeException e) {
            LOG.warnf(e, "event=rebuild.untold run=%s", run.id());
            throw new UpkeepFailedException(
                    "The scores are made anew, but not everybody was told yet of those that have "
                            + "changed. That is taken up again by itself; nothing else is left to do.");
        }
    }

    private static void refuseUnlessWhole(TopicReader reader, boolean force) {
        if (reader.missing() > 0 && !force) {
            throw new UpkeepFailedException(String.format(
                    "Kafka no longer holds the first %,d records of the topics: what stood in them would be lost. "
                            + "Use force to do without them, and keep the topics for ever from now on.",
                    reader.missing()));
        }
    }

    /** Counts everything and switches over; gives how many events are lost by that. */
    private long countAgain(UpkeepRun run, TopicReader reader, Consumer<String> step, boolean force) {
        catchUp(reader, step);
        step.accept("looks for what would be lost");
        schema.prepareSwitch();
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            catchUp(reader, step);
            step.accept("switches over");
            var lost = switchOver.attempt(run, reader, force);
            if (lost.isPresent()) {
                return lost.get();
            }
            LOG.infof("event=rebuild.waits run=%s", run.id());
            pause();
        }
        throw new UpkeepFailedException(
                "Somebody reads the scores without a pause, for many minutes at a time perhaps: "
                        + "the tables could not be switched. Try again when it is quieter.");
    }

    /** Follows live scoring, which comes first, until the rest is short. */
    private void catchUp(TopicReader reader, Consumer<String> step) {
        var movedAt = System.nanoTime();
        while (true) {
            var counted = reader.counted();
            if (reader.left(counted) > 0) {
                reader.readTo(
                        counted, TopicReader.PATIENTLY, this::countAndFold, read -> step.accept(read + " records"));
                fold();
                movedAt = System.nanoTime();
            }
            var left = reader.left(reader.ends());
            if (left <= LAST_LAP) {
                return;
            }
            if (System.nanoTime() - movedAt > STANDSTILL.toNanos()) {
                throw new UpkeepFailedException(String.format(
                        "Live scoring has not counted any of %,d records for %d minutes, and goes first. See why, and start again.",
                        left, STANDSTILL.toMinutes()));
            }
            pause();
        }
    }

    private void countAndFold(ConsumerRecords<String, byte[]> records) {
        recount.all(records);
        unfolded += records.count();
        if (unfolded >= FOLD_EVERY) {
            fold();
        }
    }

    private void fold() {
        schema.fold();
        unfolded = 0;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpkeepFailedException("It was interrupted. Start it again.");
        }
    }
}
