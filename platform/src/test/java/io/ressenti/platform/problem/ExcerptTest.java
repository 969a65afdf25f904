package io.ressenti.platform.problem;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTest {

    @Test
    void whatIsShortIsShownWhole() {
        assertThat(Excerpt.of("x".repeat(64))).isEqualTo("x".repeat(64));
    }

    @Test
    void whatIsLongIsCut() {
        assertThat(Excerpt.of("x".repeat(65))).isEqualTo("x".repeat(64) + "…");
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(Excerpt.of("x".repeat(63) + "😀!")).isEqualTo("x".repeat(63) + "…");
    }
}
