package io.ressenti.touchpoint.rejected;

import com.fasterxml.jackson.core.JacksonException;
import io.ressenti.contracts.AlertChanged;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.EventRejected;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.UnreadableEventException;
import io.ressenti.platform.problem.JsonProblems;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The record that puts a dead letter, or an event whose id was taken, back on its topic. */
final class DeadLetterReplay {

    private static final String TYPE = "ce_type";

    /** The one type that a topic takes. A topic with several types is not in here. */
    private static final Map<String, Class<? extends Event>> ONLY_TYPE_OF = Map.of(
            Topics.TOUCHPOINTS, TouchpointRecorded.class,
            Topics.REJECTED, EventRejected.class,
            Topics.FEEDBACK, FeedbackRecorded.class,
            Topics.CATALOGUE, TouchpointCatalogued.class,
            Topics.ALERTS, AlertChanged.class);

    private DeadLetterReplay() {}

    /**
     * The record: as it came where nobody repaired it, otherwise with the repaired value and what follows from it.
     *
     * @throws ProblemException 4xx where it would be set aside again, or would speak for another brand
     */
    static ProducerRecord<String, byte[]> recordOf(Rejected rejected) {
        var envelope = rejected.envelope();
        if (!Topics.ALL.contains(envelope.topic())) {
            throw new ProblemException(
                    Problem.conflict("Nothing can be put back on the topic \"" + envelope.topic() + "\". Discard it."));
        }
        var headers = headersOf(rejected);
        var event = eventIn(headers, rejected.current());
        checkComplete(event);
        checkType(event, envelope.topic());
        checkBrand(event, rejected.view());
        checkIdentity(event, rejected.view());
        return rejected.repaired() == null
                ? new ProducerRecord<>(envelope.topic(), null, null, envelope.key(), rejected.event(), headers)
                : repaired(envelope.topic(), event, rejected.repaired());
    }

    private static ProducerRecord<String, byte[]> repaired(String topic, Event event, byte[] value) {
        var headers = EventCodec.headers(
                event.id(),
                EventCodec.typeOf(event.getClass()),
                event.source(),
                event.brand(),
                event.occurredAt().toString());
        return new ProducerRecord<>(topic, null, null, EventCodec.keyOf(event), value, headers);
    }

    private static Headers headersOf(Rejected rejected) {
        var headers = new RecordHeaders();
        rejected.envelope().headers().forEach(header -> headers.add(header.name(), header.value()));
        var type = ONLY_TYPE_OF.get(rejected.envelope().topic());
        if (headers.lastHeader(TYPE) == null && rejected.repaired() != null && type != null) {
            headers.add(TYPE, EventCodec.typeOf(type).getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static Event eventIn(Headers headers, byte[] value) {
        try {
            return EventCodec.read(headers, value);
        } catch (UnreadableEventException e) {
            throw new ProblemException(
                    e.getCause() instanceof JacksonException json
                            ? JsonProblems.of(json)
                            : Problem.invalid("", "Nobody could read it: " + e.getMessage() + ". Repair it first."));
        }
    }

    private static void checkComplete(Event event) {
        if (event == null) {
            throw new ProblemException(Problem.invalid("", "The value is null. Repair it first."));
        }
        List<Violation> missing = new ArrayList<>();
        require(event.id(), "/id", missing);
        require(event.source(), "/source", missing);
        require(event.brand(), "/brand", missing);
        require(event.occurredAt(), "/occurredAt", missing);
        if (event.subject() == null && missing.isEmpty()) {
            missing.add(new Violation("", "It does not say whom or what it is about."));
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(Problem.invalid(missing));
        }
    }

    private static void require(Object value, String pointer, List<Violation> missing) {
        if (value == null) {
            missing.add(new Violation(pointer, "It is missing."));
        }
    }

    private static void checkType(Event event, String topic) {
        var type = ONLY_TYPE_OF.get(topic);
        if (type != null && !type.isInstance(event)) {
            throw new ProblemException(Problem.conflict(
                    "It is a %s, and the topic \"%s\" takes only %s. Discard it, and have it sent anew."
                            .formatted(EventCodec.typeOf(event.getClass()), topic, EventCodec.typeOf(type))));
        }
    }

    /** Whoever may repair one brand's letters must not write events of another. */
    private static void checkBrand(Event event, RejectedView view) {
        if (!view.brand().equals(Rejected.NO_BRAND) && !view.brand().equals(event.brand())) {
            throw new ProblemException(
                    Problem.invalid("/brand", "It is not the brand whose record this is. Send " + view.brand() + "."));
        }
    }

    private static void checkIdentity(Event event, RejectedView view) {
        var same = event.id().equals(view.eventId()) && event.source().equals(view.source());
        if (view.origin() == Origin.CONFLICT && same) {
            throw new ProblemException(Problem.conflict(view.detail()).withErrors(view.errors()));
        }
    }
}
