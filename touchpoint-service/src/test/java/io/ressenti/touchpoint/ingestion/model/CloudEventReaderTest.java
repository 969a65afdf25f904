package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.contracts.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CloudEventReaderTest {

    private static final String DATA =
            "{\"touchpoint\":\"order-delivered\",\"channel\":\"COURIER\",\"measures\":{\"delayHours\":36.5}}";

    private static final String EVENT = """
            {"specversion":"1.0","type":"com.example.someevent","source":"/mycontext","id":"A234-1234-1234",
             "time":"2018-04-05T17:31:00Z","subject":"c-42","comexampleextension1":"value","comexampleothervalue":5,
             "datacontenttype":"application/json","data":%s}""".formatted(DATA);

    private static final TouchpointEvent READ = new TouchpointEvent(
            "A234-1234-1234",
            "/mycontext",
            Instant.parse("2018-04-05T17:31:00Z"),
            null,
            "c-42",
            null,
            "order-delivered",
            "COURIER",
            null,
            Outcome.SUCCESS,
            Map.of("delayHours", 36.5),
            Map.of(),
            null);

    @Test
    void attributesCompleteTheData() {
        assertThat(read(EVENT)).isEqualTo(new Reading.Readable(READ));
    }

    @Test
    void itIsRecognisedWithoutBeingAnnounced() {
        assertThat(TouchpointReader.read(bytes(EVENT))).isEqualTo(new Reading.Readable(READ));
    }

    @Test
    void theDataMayComeAsBase64() {
        // Given
        var base64 = Base64.getEncoder().encodeToString(bytes(DATA));
        var event = EVENT.replace("\"data\":" + DATA, "\"data_base64\":\"" + base64 + "\"");

        // When
        var reading = read(event);

        // Then
        assertThat(reading).isEqualTo(new Reading.Readable(READ));
    }

    @Test
    void theDataMayRepeatTheAttributes() {
        // Given
        var event = EVENT.replace(
                "\"touchpoint\"",
                "\"id\":\"A234-1234-1234\",\"source\":\"/mycontext\",\"occurredAt\":\"2018-04-05T19:31:00+02:00\","
                        + "\"customer\":\"c-42\",\"touchpoint\"");

        // When
        var reading = read(event);

        // Then
        assertThat(reading).isEqualTo(new Reading.Readable(READ));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"specversion\":\"1.0\" | \"specversion\":\"0.3\" | /specversion | It must be \"1.0\", the only version known here.",
                "\"id\":\"A234-1234-1234\", | '' | /id | It is missing. Every CloudEvent has an id.",
                "\"source\":\"/mycontext\" | \"source\":\"\" | /source | It is missing. Every CloudEvent has a source.",
                "com.example.someevent | io.ressenti.FeedbackRecorded.v1 | /type | Types that begin with io.ressenti. are ours, and this is none of those taken in here. Send io.ressenti.touchpoint.v1, or a type of your own.",
                "application/json | application/xml | /datacontenttype | The data must be JSON. Send application/json, or leave it out.",
                "comexampleothervalue | comExampleOtherValue | /comExampleOtherValue | This is no name of an attribute: these are lower-case letters and digits.",
                "\"value\" | [\"value\"] | /comexampleextension1 | An extension attribute is a string, a number or a boolean.",
                "\"comexampleothervalue\":5 | \"data_base64\":\"e30=\" | /data_base64 | The data stands there twice. Send either data or data_base64.",
                "\"touchpoint\" | \"id\":\"other\",\"touchpoint\" | /data/id | It differs from the attribute id. Leave one out, or send the same.",
                "\"touchpoint\" | \"occurredAt\":\"2018-04-05T17:31:01Z\",\"touchpoint\" | /data/occurredAt | It differs from the attribute time. Leave one out, or send the same.",
                "\"touchpoint\" | \"customer\":\"c-43\",\"touchpoint\" | /data/customer | It differs from the attribute subject. Leave one out, or send the same.",
                "\"subject\":\"c-42\", | '' | /data/customer | It is missing. Send 1 to 256 characters.",
                "\"time\":\"2018-04-05T17:31:00Z\", | '' | /time | It is missing. Send an RFC 3339 time such as 2026-01-18T22:56:59Z.",
                "\"order-delivered\" | \"\" | /data/touchpoint | It is missing. Send 1 to 256 characters.",
            })
    void whatBreaksARuleIsNamedAtItsPlace(String part, String replacement, String pointer, String message) {
        // Given
        var event = EVENT.replace(part, replacement);

        // When
        var problem = ((Reading.Unreadable) read(event)).problem();

        // Then
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors().getFirst().pointer()).isEqualTo(pointer);
        assertThat(problem.errors().getFirst().message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "36.5 | \"36.5\" | /data/measures/delayHours",
                "\"channel\" | \"chanel\" | /data/chanel",
                "2018-04-05T17:31:00Z | today | /time",
                "\"c-42\" | 42 | /subject",
            })
    void whatCannotBeReadIsNamedAtItsPlace(String part, String replacement, String pointer) {
        // Given
        var event = EVENT.replace(part, replacement);

        // When
        var reading = (Reading.Unreadable) read(event);

        // Then
        assertThat(reading.id()).isEqualTo("A234-1234-1234");
        assertThat(reading.source()).isEqualTo("/mycontext");
        assertThat(reading.problem().status()).isEqualTo(400);
        assertThat(reading.problem().errors().getFirst().pointer()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"!!!, 422, /data_base64", "e30, 422, /data/touchpoint", "W10=, 400, /data_base64"})
    void dataThatIsNoBase64OfAnEventIsRefused(String base64, int status, String pointer) {
        // Given
        var event = EVENT.replace("\"data\":" + DATA, "\"data_base64\":\"" + base64 + "\"");

        // When
        var problem = ((Reading.Unreadable) read(event)).problem();

        // Then
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.errors().getFirst().pointer()).isEqualTo(pointer);
    }

    @Test
    void binaryModeIsKeptInStructuredMode() {
        // Given
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", "a\"b");

        // When
        var submitted = Submitted.cloudEvent(attributes, bytes("{\"touchpoint\":7}"));

        // Then
        assertThat(new String(submitted.text(), StandardCharsets.UTF_8))
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"a\\\"b\",\"data\":{\"touchpoint\":7}}");
    }

    @Test
    void theBodyOfBinaryModeCannotSetAttributes() {
        // Given a body that would close the data if it were pasted into the structured form
        var attributes = Map.of("specversion", "1.0", "id", "a", "source", "s", "type", "t");

        // When
        var submitted = Submitted.cloudEvent(attributes, bytes(DATA + ",\"subject\":\"c-1\""));

        // Then
        var problem = ((Reading.Unreadable) submitted.reading()).problem();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors().getFirst().pointer()).isEqualTo("/data");
    }

    private static Reading read(String json) {
        return TouchpointReader.readCloudEvent(bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
