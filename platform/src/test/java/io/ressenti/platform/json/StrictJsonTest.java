package io.ressenti.platform.json;

import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrictJsonTest {

    enum Colour {
        RED
    }

    record Thing(
            String text,
            Integer count,
            Double amount,
            Boolean flag,
            Instant time,
            Colour colour,
            Map<String, String> labels) {}

    @Test
    void readsEachType() {
        // Given
        var json = """
                {"text":"\\ud83d\\ude00","count":5,"amount":5,"flag":true,"time":"2018-01-18T22:56:59.123456789+02:00",
                 "colour":"RED","labels":{"a":"b"}}""";

        // When
        var thing = read(json);

        // Then
        var time = Instant.parse("2018-01-18T20:56:59.123456789Z");
        assertThat(thing).isEqualTo(new Thing("😀", 5, 5.0, true, time, Colour.RED, Map.of("a", "b")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":5} | /text",
                "{\"text\":true} | /text",
                "{\"text\":\"\\u0000\"} | /text",
                "{\"text\":\"\\ud800\"} | /text",
                "{\"text\":\"\\udc00\\ud800\"} | /text",
                "{\"count\":\"5\"} | /count",
                "{\"count\":5.5} | /count",
                "{\"count\":99999999999} | /count",
                "{\"count\":\"\"} | /count",
                "{\"amount\":\"5\"} | /amount",
                "{\"amount\":\"NaN\"} | /amount",
                "{\"amount\":1e999} | /amount",
                "{\"amount\":true} | /amount",
                "{\"flag\":\"true\"} | /flag",
                "{\"flag\":1} | /flag",
                "{\"time\":1516316219} | /time",
                "{\"time\":\"yesterday\"} | /time",
                "{\"time\":\"2018-01-18T22:56:59\"} | /time",
                "{\"colour\":0} | /colour",
                "{\"colour\":\"red\"} | /colour",
                "{\"labels\":{\"a\":5}} | /labels/a",
                "{\"labels\":{\"\\u0000\":\"a\"}} | /labels",
                "{\"unknown\":1} | /unknown",
                "{\"text\":\"a\",\"text\":\"b\"} | ``",
                "{} {} | ``",
                "[] | ``",
                "null | ``",
                "{ | ``",
            })
    void refusesWhatIsNotToTheLetter(String json, String pointer) {
        // Given a text with one mistake

        // When
        var reading = assertThatThrownBy(() -> read(json));

        // Then
        reading.isInstanceOfSatisfying(ProblemException.class, failure -> {
            assertThat(failure.problem().status()).isEqualTo(400);
            assertThat(failure.problem().detail()).doesNotContain("ressenti").doesNotContain("java");
            assertThat(failure.problem().errors())
                    .extracting(Violation::pointer)
                    .allMatch(pointer::equals);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":\"a\",\"text\":\"b\"} | stands there twice",
                "{} {} | after the end",
                "{ | not valid JSON"
            })
    void saysWhatIsWrong(String json, String words) {
        // Given a text with one mistake

        // When
        var reading = assertThatThrownBy(() -> read(json));

        // Then
        reading.hasMessageContaining(words);
    }

    private static Thing read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Thing.class);
    }
}
