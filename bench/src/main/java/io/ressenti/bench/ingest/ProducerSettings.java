package io.ressenti.bench.ingest;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How everything that is compared puts records on Kafka: as the services do, see their {@code ressenti.publisher}. */
final class ProducerSettings {

    private ProducerSettings() {}

    static Map<String, Object> asTheService(String bootstrapServers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
                ProducerConfig.LINGER_MS_CONFIG, "0",
                ProducerConfig.BATCH_SIZE_CONFIG, "65536",
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.BUFFER_MEMORY_CONFIG, "33554432");
    }
}
