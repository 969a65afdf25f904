package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.contracts.Outcome;
import io.ressenti.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TouchpointReaderTest {

    private static final String VALID = """
            {"id":"e-1","source":"shop","occurredAt":"2018-01-18T22:56:59+02:00","sentAt":null,"customer":"c-42",
             "journeyId":"o-17","touchpoint":"order-delivered","channel":"COURIER","partner":"seller-9",
             "outcome":"FAILURE","measures":{"delayHours":36.5},"attributes":{"state":"SP"},"variant":null}
            """;

    @Test
    void readsAnEvent() {
        // Given
        var json = VALID;

        // When
        var reading = read(json);

        // Then
        assertThat(reading)
                .isEqualTo(new Reading.Readable(new TouchpointEvent(
                        "e-1",
                        "shop",
                        Instant.parse("2018-01-18T20:56:59Z"),
                        null,
                        "c-42",
                        "o-17",
                        "order-delivered",
                        "COURIER",
                        "seller-9",
                        Outcome.FAILURE,
                        Map.of("delayHours", 36.5),
                        Map.of("state", "SP"),
                        null)));
    }

    @Test
    void outcomeIsSuccessWhereNoneIsNamed() {
        // Given
        var json = VALID.replace("\"outcome\":\"FAILURE\",", "");

        // When
        var reading = read(json);

        // Then
        assertThat(((Reading.Readable) reading).event().outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"e-1\" | \"id\":5 | /id",
                "\"id\":\"e-1\" | \"id\":true | /id",
                "\"id\":\"e-1\" | \"id\":[\"e-1\"] | /id",
                "\"id\":\"e-1\" | \"id\":\"a\\u0000b\" | /id",
                "\"id\":\"e-1\" | \"id\":\"a\\ud800b\" | /id",
                "\"id\":\"e-1\" | \"id\":\"a\\udc00b\" | /id",
                "\"id\":\"e-1\" | \"id\":\"e-1\",\"colour\":\"red\" | /colour",
                "\"2018-01-18T22:56:59+02:00\" | 1516316219 | /occurredAt",
                "\"2018-01-18T22:56:59+02:00\" | \"1516316219\" | /occurredAt",
                "\"2018-01-18T22:56:59+02:00\" | \"2018-01-18\" | /occurredAt",
                "\"2018-01-18T22:56:59+02:00\" | \"2018-01-18T22:56:59\" | /occurredAt",
                "\"2018-01-18T22:56:59+02:00\" | \"+12018-01-18T22:56:59Z\" | /occurredAt",
                "\"2018-01-18T22:56:59+02:00\" | \"\" | /occurredAt",
                "\"FAILURE\" | \"failure\" | /outcome",
                "\"FAILURE\" | 1 | /outcome",
                "\"FAILURE\" | \"\" | /outcome",
                "36.5 | \"36.5\" | /measures/delayHours",
                "36.5 | \"NaN\" | /measures/delayHours",
                "36.5 | 1e999 | /measures/delayHours",
                "36.5 | true | /measures/delayHours",
                "36.5 | {} | /measures/delayHours",
                "{\"delayHours\":36.5} | 5 | /measures",
                "{\"delayHours\":36.5} | [1] | /measures",
                "\"SP\" | 5 | /attributes/state",
                "{\"state\":\"SP\"} | {\"a\\u0000\":\"x\"} | /attributes",
            })
    void refusesWhatHasTheWrongShape(String part, String replacement, String pointer) {
        // Given
        var json = VALID.replace(part, replacement);

        // When
        var reading = read(json);

        // Then
        var problem = ((Reading.Unreadable) reading).problem();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).extracting(Violation::pointer).containsExactly(pointer);
        assertThat(problem.detail()).doesNotContain("java").doesNotContain("io.ressenti");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "\"text\"",
                "[]",
                "{",
                "{\"id\":NaN}",
                "{'id':'e'}",
                "{\"id\":\"e\",}",
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{} {}",
                "{}x",
                "\u0000"
            })
    void refusesWhatIsNoSingleJsonObject(String json) {
        // Given a text that is no event

        // When
        var reading = read(json);

        // Then
        assertThat(((Reading.Unreadable) reading).problem().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"e-1\", |  | /id",
                "\"e-1\" | \"\" | /id",
                "\"e-1\" | \"  \" | /id",
                "\"e-1\" | \"a\\nb\" | /id",
                "\"source\":\"shop\", |  | /source",
                "\"customer\":\"c-42\", |  | /customer",
                "\"touchpoint\":\"order-delivered\", |  | /touchpoint",
                "\"channel\":\"COURIER\", |  | /channel",
                "\"2018-01-18T22:56:59+02:00\" | null | /occurredAt",
                "\"2018-01-18T22:56:59+02:00\" | \"1970-01-01T00:00:00Z\" | /occurredAt",
                "\"partner\":\"seller-9\" | \"partner\":\"\" | /partner",
                "36.5 | null | /measures/delayHours",
                "\"SP\" | null | /attributes/state",
                "\"state\" | \"\" | /attributes",
                "\"state\":\"SP\" | \"a/b~c\":null | /attributes/a~1b~0c",
            })
    void refusesWhatBreaksARule(String part, String replacement, String pointer) {
        // Given
        var json = VALID.replace(part, replacement == null ? "" : replacement);

        // When
        var reading = read(json);

        // Then
        var problem = ((Reading.Unreadable) reading).problem();
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Violation::pointer).containsExactly(pointer);
    }

    @Test
    void saysEverythingThatIsWrong() {
        // Given
        var json = "{\"id\":\"e-9\"}";

        // When
        var reading = (Reading.Unreadable) read(json);

        // Then
        assertThat(reading.id()).isEqualTo("e-9");
        assertThat(reading.problem().errors())
                .extracting(Violation::pointer)
                .containsExactly("/source", "/customer", "/touchpoint", "/channel", "/occurredAt");
    }

    @ParameterizedTest
    @CsvSource({"256, true", "257, false"})
    void identifiersHave256CharactersAtMost(int length, boolean allowed) {
        // Given
        var json = VALID.replace("c-42", "x".repeat(length));

        // When
        var reading = read(json);

        // Then
        assertThat(reading instanceof Reading.Readable).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"50, true", "51, false"})
    void measuresAre50AtMost(int count, boolean allowed) {
        // Given
        var measures = new StringBuilder("\"m0\":0");
        for (int i = 1; i < count; i++) {
            measures.append(",\"m").append(i).append("\":").append(i);
        }
        var json = VALID.replace("\"delayHours\":36.5", measures);

        // When
        var reading = read(json);

        // Then
        assertThat(reading instanceof Reading.Readable).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"1024, true", "1025, false"})
    void attributesHave1024CharactersAtMost(int length, boolean allowed) {
        // Given
        var json = VALID.replace("SP", "x".repeat(length));

        // When
        var reading = read(json);

        // Then
        assertThat(reading instanceof Reading.Readable).isEqualTo(allowed);
    }

    @Test
    void anEventOfHalfAMebibyteIsTooLargeAndStillHasItsId() {
        // Given
        var json = VALID.replace("SP", "x".repeat(TouchpointReader.MAX_BYTES));

        // When
        var reading = (Reading.Unreadable) read(json);

        // Then
        assertThat(reading.id()).isEqualTo("e-1");
        assertThat(reading.problem().status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"measures", "attributes"})
    void ofThousandsOfWrongPlacesTheFirstAreNamed(String field) {
        // Given
        var entries =
                IntStream.range(0, 20_000).mapToObj(i -> "\"a" + i + "\":null").collect(Collectors.joining(","));
        var json = "{\"%s\":{%s}}".formatted(field, entries);

        // When
        var reading = (Reading.Unreadable) read(json);

        // Then
        assertThat(reading.problem().errors()).hasSize(TouchpointReader.MAX_PLACES);
    }

    private static Reading read(String json) {
        return TouchpointReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
