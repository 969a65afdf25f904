package io.ressenti.scoring.upkeep;

import java.util.function.Consumer;

/** Long work on all scores that one instance does at a time. It may block: it has a thread of its own. */
interface UpkeepTask {

    /** What the run is called: part of its address. */
    String name();

    /**
     * Does it.
     *
     * @param run  who does it
     * @param step to be told what is done now, for whoever watches
     * @return the report, to be kept as JSON
     * @throws UpkeepFailedException where it cannot be done, with what to do about it
     */
    Object perform(UpkeepRun run, Consumer<String> step);
}
