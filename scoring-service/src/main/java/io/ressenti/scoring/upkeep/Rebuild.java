package io.ressenti.scoring.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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

    private static final int MAX_ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 200;

    private final RebuildSchema schema;
    private final InputTopics topics;
    private final Recount recount;
    private final SwitchOver switchOver;
    private final Retelling retelling;

    Rebuild(RebuildSchema schema, InputTopics topics, Recount recount, SwitchOver switchOver, Retelling retelling) {
        this.schema = schema;
        this.topics = topics;
        this.recount = recount;
        this.switchOver = switchOver;
        this.retelling = retelling;
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
            schema.create();
            var lost = countAgain(run, reader, step, force);
            step.accept("tells which scores have changed");
            return new RebuildReport(reader.records(), schema.liveEvents(), lost, tell());
        } finally {
            schema.drop();
        }
    }

    private long tell() {
        try {
            return retelling.tell();
        } catch (RuntimeException e) {
            LOG.warnf(e, "event=rebuild.untold");
            throw new UpkeepFailedException(
                    "The scores are made anew, but not everybody was told of those that have changed. Start it again.");
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

    private void catchUp(TopicReader reader, Consumer<String> step) {
        do {
            var counted = topics.counted();
            if (reader.left(counted) == 0) {
                pause(); // live scoring is behind, and comes first
            }
            reader.readTo(counted, recount::all, read -> step.accept(read + " records"));
        } while (reader.left(reader.ends()) > LAST_LAP);
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
