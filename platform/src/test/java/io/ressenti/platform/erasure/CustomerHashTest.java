package io.ressenti.platform.erasure;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerHashTest {

    /** Hashes are stored: were they made otherwise, what was erased would come back. */
    @Test
    void theHashOfACustomerStaysTheSameForEver() {
        // When
        var hash = CustomerHash.of("acme", "c-42");

        // Then
        assertThat(hash).hasToString("92a231ec-b1c3-89bd-5669-cb0abb1a61b7");
    }

    @Test
    void noTwoPairsOfBrandAndCustomerShareAHash() {
        // When
        var hash = CustomerHash.of("ab", "c");

        // Then
        assertThat(hash).isNotEqualTo(CustomerHash.of("a", "bc")).isNotEqualTo(CustomerHash.of("ab", "C"));
    }
}
