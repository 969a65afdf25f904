package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.intake.Received;
import io.ressenti.platform.privacy.Mention;
import io.ressenti.touchpoint.journey.model.EventKey;
import io.ressenti.touchpoint.journey.model.Line;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A line, and what it came in. */
record Arrival(Line line, Event event, ConsumerRecord<String, byte[]> record) {

    /** The order in which we received them; where that is the same, the order in which they stand on the topic. */
    static final Comparator<Arrival> ORDER = Comparator.comparing(
                    (Arrival arrival) -> arrival.line().receivedAt())
            .thenComparing(arrival -> arrival.record().partition())
            .thenComparing(arrival -> arrival.record().offset());

    static Arrival ofTouchpoint(Received<TouchpointRecorded> received) {
        var event = received.event();
        return new Arrival(Line.of(event, json(received)), event, received.record());
    }

    static Arrival ofFeedback(Received<FeedbackRecorded> received) {
        var event = received.event();
        return new Arrival(Line.of(event, json(received)), event, received.record());
    }

    EventKey key() {
        return line.key();
    }

    UUID fingerprint() {
        return line.fingerprint();
    }

    Mention mention() {
        return new Mention(key().brand(), line.customer(), line.receivedAt());
    }

    /** Stored as it came: writing it anew would cost as much as reading it did. */
    private static String json(Received<?> received) {
        return new String(received.record().value(), StandardCharsets.UTF_8);
    }
}
