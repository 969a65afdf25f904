package io.ressenti.scoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How scores are kept. */
@ConfigMapping(prefix = "ressenti.scoring")
public interface ScoringConfig {

    /**
     * A signal whose value (0–100) lies below shows dissatisfaction. Signals that have counted keep the judgement of their
     * time: set it before the first event arrives.
     */
    @WithDefault("40")
    double dissatisfiedBelow();

    /**
     * How often changes are folded into the sums by day and month. Answers are complete at any time; the longer this is, the more
     * changes each of them has to look through.
     */
    @WithDefault("2s")
    Duration rollUpEvery();
}
