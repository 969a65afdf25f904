package io.ressenti.touchpoint.ingestion.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class SubmittedTest {

    @ParameterizedTest
    @CsvSource({"983040, true", "983041, false"})
    void onlyTextThatCanBeKeptIsHeld(int bytes, boolean isHeld) {
        // Given
        var json = new byte[bytes];

        // When
        var submitted = Submitted.event(json);

        // Then
        assertThat(submitted.text() != null).isEqualTo(isHeld);
    }

    @Test
    void anEventThatIsTooLargeIsSearchedForItsIdentityUpToTheLimitOnly() {
        // Given
        var json = "{\"source\":\"shop\",\"attributes\":{\"a\":\"%s\"},\"id\":\"e-1\"}"
                .formatted("x".repeat(TouchpointReader.MAX_BYTES))
                .getBytes(UTF_8);

        // When
        var submitted = Submitted.event(json);

        // Then
        assertThat(submitted.reading()).isEqualTo(new Reading.Unreadable("shop", null, TouchpointReader.tooLarge()));
    }
}
