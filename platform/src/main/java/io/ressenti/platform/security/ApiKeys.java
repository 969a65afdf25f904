package io.ressenti.platform.security;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.credentials.ApiKey;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The keys that are valid now, read from a file and read again when it changes. */
@ApplicationScoped
@RegisterForReflection(targets = ApiKey.class)
public class ApiKeys {

    private static final Logger LOG = Logger.getLogger(ApiKeys.class);

    private final SecurityConfig config;
    private final ObjectMapper json;
    private volatile Map<String, ApiKey> byHash = Map.of();
    private volatile FileTime readAt;

    ApiKeys(SecurityConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /** The key that {@code presented} is, if it is valid. */
    public Optional<ApiKey> find(String presented) {
        return Optional.ofNullable(byHash.get(ApiKey.hash(presented)));
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        if (config.apiKeysFile().isEmpty()) {
            return;
        }
        var file = config.apiKeysFile().get();
        reload(file);
        vertx.setPeriodic(config.apiKeysReload().toMillis(), tick -> vertx.executeBlocking(() -> reload(file)));
    }

    private Void reload(Path file) {
        try {
            var changedAt = Files.getLastModifiedTime(file);
            if (!changedAt.equals(readAt)) {
                byHash = json.readValue(Files.readAllBytes(file), new TypeReference<List<ApiKey>>() {}).stream()
                        .collect(Collectors.toUnmodifiableMap(ApiKey::sha256, Function.identity()));
                readAt = changedAt;
                LOG.infof("event=apikeys.loaded count=%d", byHash.size());
            }
        } catch (IOException | RuntimeException e) {
            // The keys read last stay valid: a file that is being replaced must not lock everybody out. The message
            // stays out of
            // the log: it may quote the file.
            LOG.errorf(
                    "event=apikeys.unreadable file=%s reason=%s",
                    file, e.getClass().getSimpleName());
        }
        return null;
    }
}
