package io.ressenti.scoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How scores are kept. */
@ConfigMapping(prefix = "ressenti.scoring")
public interface ScoringConfig {

    /**
     * A signal whose value (0–100) lies below shows dissatisfaction. Signals that have counted keep the judgement of their
     * time: set it before the first event arrives.
     */
    @WithDefault("40")
    double dissatisfiedBelow();
}
