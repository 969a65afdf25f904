package io.ressenti.platform.privacy;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PseudonymTest {

    @Test
    void isTheSameAlwaysAndTellsBrandsAndCustomersApart() {
        // When
        var pseudonym = Pseudonym.of("acme", "c-42");

        // Then it is the first half of the SHA-256 of "acme", a zero byte and "c-42"
        assertThat(pseudonym).hasToString("0b9ddc6a-c926-de8a-9d68-07c1d78b38e9");
        assertThat(pseudonym)
                .isNotEqualTo(Pseudonym.of("acme", "c-43"))
                .isNotEqualTo(Pseudonym.of("acm", "ec-42"))
                .isNotEqualTo(Pseudonym.of("other", "c-42"));
    }
}
