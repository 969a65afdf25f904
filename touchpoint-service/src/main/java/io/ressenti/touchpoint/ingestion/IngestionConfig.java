package io.ressenti.touchpoint.ingestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is taken in at once. */
@ConfigMapping(prefix = "ressenti.touchpoint.ingestion")
interface IngestionConfig {

    /** So many NDJSON streams an instance reads at once; each of them holds memory, further ones are answered with 503. */
    @WithDefault("64")
    int streams();
}
