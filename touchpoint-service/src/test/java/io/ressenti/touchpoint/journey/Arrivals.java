package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.intake.Received;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events as if they had just come from Kafka. */
final class Arrivals {

    private Arrivals() {}

    static Arrival of(TouchpointRecorded event) {
        return at(0, event);
    }

    static Arrival at(long offset, TouchpointRecorded event) {
        var value = EventCodec.toJson(event).getBytes(StandardCharsets.UTF_8);
        var record = new ConsumerRecord<>("cx.touchpoints.v1", 0, offset, EventCodec.keyOf(event), value);
        return Arrival.ofTouchpoint(new Received<>(event, record));
    }
}
