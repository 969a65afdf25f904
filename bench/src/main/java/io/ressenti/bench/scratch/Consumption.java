package io.ressenti.bench.scratch;

import io.ressenti.cli.client.ClientException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** How many records consumers have done with, by the offsets that they have committed: the services do so each second. */
public final class Consumption implements AutoCloseable {

    private final Admin admin;
    private final List<String> groups;

    public Consumption(String bootstrapServers, List<String> groups) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.groups = groups;
    }

    /** How many, of all groups together. */
    public long records() {
        return groups.stream().mapToLong(this::records).sum();
    }

    @Override
    public void close() {
        admin.close();
    }

    private long records(String group) {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(position -> position == null ? 0 : position.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new ClientException("Kafka does not say how far consumers are.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }
}
