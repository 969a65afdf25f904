package io.ressenti.scoring.drops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How drops are looked for. */
@ConfigMapping(prefix = "ressenti.scoring.drops")
public interface DropsConfig {

    /**
     * How rarely a series may cry wolf: the mean time between false alarms is at least this, at the series' own rate. Longer makes
     * true drops be found later. Drops that were found keep the judgement of their time.
     */
    @WithDefault("30d")
    Duration falseAlarmEvery();

    /** How long after its end a bucket of five minutes is looked at: until then most of its events have arrived. */
    @WithDefault("30s")
    Duration grace();

    /** How often to look whether a bucket has closed. */
    @WithDefault("10s")
    Duration every();

    /** A drop that was detected longer ago (event time) is listed, but no event tells it: it comes from a history. */
    @WithDefault("7d")
    Duration tellWithin();
}
