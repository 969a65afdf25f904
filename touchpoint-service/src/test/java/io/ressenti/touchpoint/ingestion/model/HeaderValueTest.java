package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HeaderValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "1234-1234-1234 | 1234-1234-1234",
                "Euro%20%E2%82%AC%20%F0%9F%98%80 | Euro € 😀", // the example of the HTTP binding
                "%e2%82%ac | €",
                "%41bc | Abc", // encoded without need
                "100%25 | 100%",
                "\"Euro %E2%82%AC\" | Euro €", // quoted, as before 1.0.2
                "\"a \\\"b\\\" c\" | a \"b\" c",
                "\" | \"",
                "\"\\\\\" | \\",
                "%2520 | %20", // a single round
            })
    void isDecodedAsTheBindingSays(String value, String decoded) {
        assertThat(HeaderValue.decode("ce-id", value)).isEqualTo(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C0%A0", "%", "%4", "%zz", "%FF", "%ED%A0%80", "caf\u00e9"})
    void whatIsNotPercentEncodedUtf8IsRefused(String value) {
        assertThatThrownBy(() -> HeaderValue.decode("ce-id", value))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("The header ce-id is not percent-encoded UTF-8.");
    }
}
