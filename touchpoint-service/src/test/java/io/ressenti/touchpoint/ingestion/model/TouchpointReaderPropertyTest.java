package io.ressenti.touchpoint.ingestion.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class TouchpointReaderPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VALID =
            "{\"id\":\"e-1\",\"source\":\"shop\",\"occurredAt\":\"2018-01-18T22:56:59Z\",\"sentAt\":null,\"customer\":\"c-42\","
                    + "\"touchpoint\":\"order-delivered\",\"channel\":\"COURIER\",\"outcome\":\"SUCCESS\","
                    + "\"measures\":{\"delayHours\":36.5},\"attributes\":{\"state\":\"SP\"}}";

    @Property
    void anyBytesGiveAReading(@ForAll byte[] bytes) {
        var reading = TouchpointReader.read(bytes);

        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    }

    @Property(tries = 3000)
    void aDamagedEventGivesAReadingWithAClientError(
            @ForAll @IntRange(max = 300) int position, @ForAll byte damage, @ForAll @IntRange(max = 3) int cut) {
        var bytes = VALID.getBytes(StandardCharsets.UTF_8);
        var at = position % bytes.length;
        bytes[at] = damage;
        var damaged = java.util.Arrays.copyOf(bytes, bytes.length - cut);

        var reading = TouchpointReader.read(damaged);

        if (reading instanceof Reading.Unreadable unreadable) {
            assertThat(unreadable.problem().status()).isBetween(400, 422);
            assertThat(unreadable.problem().errors()).isNotEmpty();
        }
    }

    @Property
    void anyJsonInAnyPlaceGivesAReadingWithAClientError(@ForAll("fields") String field, @ForAll("values") String value)
            throws IOException {
        var event = (ObjectNode) JSON.readTree(VALID);
        event.set(field, JSON.readTree(value));

        var reading = TouchpointReader.read(JSON.writeValueAsBytes(event));

        if (reading instanceof Reading.Unreadable unreadable) {
            assertThat(unreadable.problem().status()).isIn(400, 422);
            assertThat(unreadable.problem().errors().getFirst().pointer()).startsWith("/" + field);
        }
    }

    @Property
    void anyTextThatCanBeStoredIsTakenAsItIs(@ForAll("storable") String text) throws IOException {
        var event = (ObjectNode) JSON.readTree(VALID);
        event.with("attributes").put("state", text);

        var reading = TouchpointReader.read(JSON.writeValueAsBytes(event));

        assertThat(reading).isInstanceOf(Reading.Readable.class);
        assertThat(((Reading.Readable) reading).event().attributes()).containsEntry("state", text);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                "id",
                "source",
                "occurredAt",
                "sentAt",
                "customer",
                "touchpoint",
                "channel",
                "outcome",
                "measures",
                "attributes",
                "partner",
                "variant",
                "journeyId",
                "unknown");
    }

    @Provide
    Arbitrary<String> values() {
        var scalars = Arbitraries.of(
                "null",
                "true",
                "5",
                "-1.5e300",
                "1e400",
                "\"\"",
                "\"x\"",
                "\"9999-12-31T23:59:59Z\"",
                "\"\\u0000\"",
                "{}",
                "[]",
                "\"-999999999-01-01T00:00:00Z\"");
        var nested = scalars.map(value -> "{\"a\":" + value + "}");
        var listed = scalars.map(value -> "[" + value + "]");
        return Arbitraries.oneOf(List.of(scalars, nested, listed));
    }

    @Provide
    Arbitrary<String> storable() {
        return Arbitraries.strings()
                .withCharRange('\u0001', '\ud7ff')
                .withCharRange('\ue000', '\uffff')
                .ofMaxLength(1024);
    }
}
