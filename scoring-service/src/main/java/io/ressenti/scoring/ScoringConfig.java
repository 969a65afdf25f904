package io.ressenti.scoring;

import io.ressenti.contracts.Stage;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/** How scores are kept. */
@ConfigMapping(prefix = "ressenti.scoring")
public interface ScoringConfig {

    /**
     * A signal whose value (0–100) lies below shows dissatisfaction. Signals that have counted keep the judgement of their
     * time: after a change, {@code scores rebuild} judges all of them anew.
     */
    @WithDefault("40")
    double dissatisfiedBelow();

    /** What single brands judge otherwise, by the brand's code. After a change, too, rebuild. */
    Map<String, Brand> brands();

    /** How one brand judges signals. */
    interface Brand {

        /** As {@link ScoringConfig#dissatisfiedBelow()}, for this brand. */
        OptionalDouble dissatisfiedBelow();

        /** How much more signals of a stage weigh in a customer's score than others, above 0 and up to 100; usually 1. */
        Map<Stage, Double> importance();
    }

    /**
     * How often changes are folded into the sums. Answers are complete at any time; the longer this is, the less work folding is
     * in all, the longer it keeps counting waiting each time, and the more changes each answer has to look through. Drops are
     * looked for in what is folded: less than {@code ressenti.scoring.drops.grace}.
     */
    @WithDefault("3s")
    Duration rollUpEvery();

    /**
     * How often sums of days and months that have ended are packed. Answers are complete at any time, and long series are read
     * faster from what is packed. The shorter, the more often late events have a packed month written anew.
     */
    @WithDefault("10m")
    Duration packEvery();

    /**
     * How long the database may take to read the sums of one answer. What takes longer is refused, and says how to ask for less:
     * it would keep a connection, and a processor, from the others.
     */
    @WithDefault("30s")
    Duration readTimeout();
}
