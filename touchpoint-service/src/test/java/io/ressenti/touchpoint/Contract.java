package io.ressenti.touchpoint;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.ressenti.contracts.Event;
import io.ressenti.platform.event.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The agreed schema and example of an event. */
public final class Contract {

    private Contract() {}

    /** Where {@code json} departs from the schema of {@code type}. */
    public static List<String> violations(Class<? extends Event> type, String json) {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(resource("schemas", type));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** The example of {@code type} as a record for {@code topic}. */
    public static ProducerRecord<String, byte[]> exampleRecord(Class<? extends Event> type, String topic, String key) {
        var headers = EventCodec.headers("id", EventCodec.typeOf(type), "source", "brand", "2018-01-18T22:56:59Z");
        var value = resource("examples", type).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, null, null, key, value, headers);
    }

    private static String resource(String kind, Class<? extends Event> type) {
        var path = "/" + kind + "/" + type.getSimpleName() + ".v1.json";
        try (var stream = Contract.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
