package io.ressenti.platform.intake;

import io.ressenti.contracts.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event and the record that it came in.
 *
 * @param event  the event
 * @param record where it stood
 */
public record Received<E extends Event>(E event, ConsumerRecord<String, byte[]> record) {}
