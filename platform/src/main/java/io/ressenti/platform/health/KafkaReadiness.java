package io.ressenti.platform.health;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as long as Kafka answers. In place of Quarkus's own check, which waits for a minute before it says that Kafka is away,
 * longer than any probe does.
 */
@Readiness
@ApplicationScoped
class KafkaReadiness implements AsyncHealthCheck {

    private static final String NAME = "Kafka";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration MAX_RECONNECT_BACKOFF = Duration.ofSeconds(1);

    private final Admin admin;

    KafkaReadiness(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        var properties = new HashMap<String, Object>();
        kafka.forEach((key, value) -> {
            if (AdminClientConfig.configNames().contains(key)) {
                properties.put(key, value);
            }
        });
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, MAX_RECONNECT_BACKOFF.toMillis());
        this.admin = Admin.create(properties);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> admin.describeCluster().nodes().toCompletionStage())
                .map(nodes ->
                        HealthCheckResponse.named(NAME).status(!nodes.isEmpty()).build())
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
