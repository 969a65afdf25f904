package io.ressenti.touchpoint.rejected;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a Kafka record is besides its value, as far as a replay needs it.
 *
 * @param topic   the topic that it stood on, and goes back to
 * @param service the service that could not process it; null where that is not known
 * @param key     its key; may be null
 * @param headers its headers in their order, without those that say why it was set aside
 */
record Envelope(String topic, String service, String key, List<Header> headers) {

    /** Added by whoever set a record aside; a replayed record does not carry them. */
    private static final String DEAD_LETTER_PREFIX = "dlq_";

    /** A header; its value may be null. */
    @RegisterForReflection
    record Header(String name, byte[] value) {}

    Envelope {
        headers = List.copyOf(headers);
    }

    static Envelope of(ConsumerRecord<String, byte[]> record, String topic, String service) {
        var headers = Arrays.stream(record.headers().toArray())
                .filter(header -> !header.key().startsWith(DEAD_LETTER_PREFIX))
                .map(header -> new Header(header.key(), header.value()))
                .toList();
        return new Envelope(topic, service, record.key(), headers);
    }

    byte[] keyBytes() {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}
