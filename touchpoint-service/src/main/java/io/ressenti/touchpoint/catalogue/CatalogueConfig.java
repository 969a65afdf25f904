package io.ressenti.touchpoint.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How old the catalogue may be that events are judged by. It is kept in memory, per instance and brand. */
@ConfigMapping(prefix = "ressenti.touchpoint.catalogue")
public interface CatalogueConfig {

    /** A catalogue older than this is read again while events go on: a change made at another instance is seen after it. */
    @WithDefault("1s")
    Duration refreshAfter();

    /** A catalogue older than this is not used: events are answered with 503 while PostgreSQL is away for longer. */
    @WithDefault("10s")
    Duration unusableAfter();

    /** An event that names a touchpoint we do not know makes us look again, unless we looked less than this ago. */
    @WithDefault("100ms")
    Duration lookAgainAfter();
}
