package io.ressenti.touchpoint.rejected;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of what was not taken in is kept. It may hold personal data: no longer than it takes to deal with it. */
@ConfigMapping(prefix = "ressenti.touchpoint.rejected")
public interface RejectedConfig {

    /** What did not come again for so long is deleted, whatever became of it. */
    @WithDefault("30d")
    Duration retention();

    /** So many rows may be open for one brand; the oldest of those beyond are deleted. */
    @WithDefault("100000")
    int maxPerBrand();

    /** How often to look for what is to be deleted. */
    @WithDefault("1m")
    Duration trimEvery();
}
