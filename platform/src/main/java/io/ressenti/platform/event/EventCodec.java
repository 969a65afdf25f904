package io.ressenti.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.contracts.AlertChanged;
import io.ressenti.contracts.CustomerAtRisk;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomerScoreChanged;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.EventRejected;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.PartnerDropped;
import io.ressenti.contracts.PartnerRecovered;
import io.ressenti.contracts.SignalDissatisfied;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.contracts.TouchpointDropped;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.contracts.TouchpointRecovered;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Events as CloudEvents 1.0 over Kafka, binary content mode: attributes in {@code ce_*} headers, the record as JSON in the
 * value. Readers ignore fields that they do not know: schemas grow.
 */
@RegisterForReflection(
        targets = {
            TouchpointRecorded.class,
            EventRejected.class,
            FeedbackRecorded.class,
            CustomerErased.class,
            CustomersMerged.class,
            CustomersUnmerged.class,
            CustomerScoreChanged.class,
            TouchpointCatalogued.class,
            SignalDissatisfied.class,
            CustomerAtRisk.class,
            TouchpointDropped.class,
            TouchpointRecovered.class,
            PartnerDropped.class,
            PartnerRecovered.class,
            AlertChanged.class,
            io.ressenti.contracts.PromiseMeasured.class,
            io.ressenti.contracts.Answer.class,
            io.ressenti.contracts.Cause.class,
            io.ressenti.contracts.Flaw.class,
            io.ressenti.contracts.DissatisfiedShare.class
        })
public final class EventCodec {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final Map<String, Class<? extends Event>> BY_TYPE = Stream.of(
                    TouchpointRecorded.class,
                    EventRejected.class,
                    FeedbackRecorded.class,
                    CustomerErased.class,
                    CustomersMerged.class,
                    CustomersUnmerged.class,
                    CustomerScoreChanged.class,
                    TouchpointCatalogued.class,
                    SignalDissatisfied.class,
                    CustomerAtRisk.class,
                    TouchpointDropped.class,
                    TouchpointRecovered.class,
                    PartnerDropped.class,
                    PartnerRecovered.class,
                    AlertChanged.class)
            .collect(Collectors.toUnmodifiableMap(EventCodec::typeOf, Function.identity()));

    private EventCodec() {}

    /** The CloudEvents type of an event class: {@code io.ressenti.TouchpointRecorded.v1}. */
    public static String typeOf(Class<? extends Event> event) {
        return "io.ressenti." + event.getSimpleName() + ".v1";
    }

    /** The record key: everything about one subject of one brand stands on one partition. */
    public static String keyOf(Event event) {
        return keyOf(event.brand(), event.subject());
    }

    /** The same for a {@code subject} of which there is no event at hand. */
    public static String keyOf(String brand, String subject) {
        return brand + "|" + subject;
    }

    /** The event as JSON. */
    public static String toJson(Event event) {
        return new String(toBytes(event), StandardCharsets.UTF_8);
    }

    /** The event that {@link #toJson} wrote, or that stood in a record which was read. */
    public static <E extends Event> E fromJson(String json, Class<E> type) {
        try {
            // As bytes, as it was read the first time: a byte order mark passes there, and not in a text.
            return JSON.readValue(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new IllegalStateException("an event that was kept cannot be read back", e);
        }
    }

    /** The event as a Kafka record for {@code topic}. */
    public static ProducerRecord<String, byte[]> toRecord(String topic, Event event) {
        var headers = headers(
                event.id(),
                typeOf(event.getClass()),
                event.source(),
                event.brand(),
                event.occurredAt().toString());
        return new ProducerRecord<>(topic, null, null, keyOf(event), toBytes(event), headers);
    }

    /** The CloudEvents headers of an event. */
    public static Headers headers(String id, String type, String source, String brand, String time) {
        return new RecordHeaders()
                .add("ce_specversion", utf8("1.0"))
                .add("ce_id", utf8(id))
                .add("ce_type", utf8(type))
                .add("ce_source", utf8(uriReference(source)))
                .add("ce_brand", utf8(brand))
                .add("ce_time", utf8(time))
                .add("content-type", utf8("application/json"));
    }

    /**
     * The event in a record.
     *
     * @throws UnreadableEventException where the record names no type that we know, or its value is not that event
     */
    public static Event read(ConsumerRecord<String, byte[]> record) {
        return read(record.headers(), record.value());
    }

    /** The same for a record's {@code headers} and {@code value}. */
    public static Event read(Headers headers, byte[] value) {
        var header = headers.lastHeader("ce_type");
        if (header == null || header.value() == null || value == null) {
            throw new UnreadableEventException("the record has no ce_type header or no value", null);
        }
        var type = new String(header.value(), StandardCharsets.UTF_8);
        var event = BY_TYPE.get(type);
        if (event == null) {
            throw new UnreadableEventException("unknown event type " + type, null);
        }
        try {
            return JSON.readValue(value, event);
        } catch (IOException e) {
            throw new UnreadableEventException("the value is not a " + type, e);
        }
    }

    private static byte[] toBytes(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of our own cannot be written as JSON", e);
        }
    }

    /** CloudEvents wants a URI reference there; applications name themselves as they like. The payload keeps the name as it is. */
    private static String uriReference(String source) {
        if (isPlain(source)) {
            return source;
        }
        try {
            return new URI(null, null, source, null).toASCIIString();
        } catch (URISyntaxException e) {
            return URLEncoder.encode(source, StandardCharsets.UTF_8);
        }
    }

    /** Whether it is made of characters that mean themselves in a URI wherever they stand: nearly every source is. */
    private static boolean isPlain(String source) {
        for (int i = 0; i < source.length(); i++) {
            var c = source.charAt(i);
            var plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
