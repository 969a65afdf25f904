package io.ressenti.feedback.collection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may still be amended. */
@ConfigMapping(prefix = "ressenti.feedback")
interface AmendmentConfig {

    /** For how long after it first came in feedback can be amended; locked from then on. */
    @WithDefault("30d")
    Duration editableFor();
}
