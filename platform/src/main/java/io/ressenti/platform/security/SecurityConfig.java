package io.ressenti.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who may call. */
@ConfigMapping(prefix = "ressenti.security")
public interface SecurityConfig {

    /**
     * JSON file of the API keys: {@code [{"name", "sha256", "brand", "roles"}]}, where {@code sha256} is the key's SHA-256 in
     * lower-case hex. A mounted secret, usually. Without it no API key is valid; tokens may be.
     */
    Optional<Path> apiKeysFile();

    /** How often the file is looked at for changes: this long after a key is taken out of it, the key stops working. */
    @WithDefault("5s")
    Duration apiKeysReload();
}
