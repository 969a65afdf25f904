package io.ressenti.touchpoint.rejected.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MergePatchTest {

    /** The test cases of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":\"b\"}         | {\"a\":\"c\"}                     | {\"a\":\"c\"}",
                "{\"a\":\"b\"}         | {\"b\":\"c\"}                     | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}         | {\"a\":null}                      | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null}                  | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]}       | {\"a\":\"c\"}                     | {\"a\":\"c\"}",
                "{\"a\":\"c\"}         | {\"a\":[\"b\"]}                   | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}}  | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]}                     | {\"a\":[1]}",
                "[\"a\",\"b\"]         | [\"c\",\"d\"]                     | [\"c\",\"d\"]",
                "{\"a\":\"b\"}         | [\"c\"]                           | [\"c\"]",
                "{\"a\":\"foo\"}       | null                              | null",
                "{\"a\":\"foo\"}       | \"bar\"                           | \"bar\"",
                "{\"e\":null}          | {\"a\":1}                         | {\"e\":null,\"a\":1}",
                "[1,2]                 | {\"a\":\"b\",\"c\":null}          | {\"a\":\"b\"}",
                "{}                    | {\"a\":{\"bb\":{\"ccc\":null}}}   | {\"a\":{\"bb\":{}}}"
            })
    void appliesAsTheStandardSays(String target, String patch, String expected) {
        // Given
        var original = json(target);

        // When
        var result = MergePatch.apply(original, json(patch));

        // Then
        assertThat(result).isEqualTo(json(expected));
        assertThat(original).isEqualTo(json(target));
    }

    private static JsonNode json(String text) {
        return EventJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
