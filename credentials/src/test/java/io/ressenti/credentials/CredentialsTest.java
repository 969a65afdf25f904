package io.ressenti.credentials;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CredentialsTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void apiKeyIsRecognisedByItsHash() {
        // Given the published SHA-256 of "abc" (FIPS 180-2, appendix B.1)
        var expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        // When it is hashed
        var hash = ApiKey.hash("abc");

        // Then
        assertThat(hash).isEqualTo(expected);
    }

    @Test
    void apiKeysAreLongAndNeverTheSame() {
        // When
        var keys = java.util.stream.Stream.generate(() -> ApiKey.generate(random))
                .limit(100)
                .toList();

        // Then
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("rsk_[0-9a-f]{64}"));
    }

    @Test
    void passwordMatchesOnlyItself() {
        // Given
        var kept = PasswordHash.of("correct horse", random);

        // Then
        assertThat(PasswordHash.matches("correct horse", kept)).isTrue();
        assertThat(PasswordHash.matches("correct horsE", kept)).isFalse();
        assertThat(kept).doesNotContain("horse");
    }

    @Test
    void samePasswordIsKeptDifferentlyEachTime() {
        // When
        var first = PasswordHash.of("same", random);
        var second = PasswordHash.of("same", random);

        // Then
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void nobodysPasswordIsAsCostlyToTryAsAnyAndNeverRight() {
        // Given
        var somebodys = PasswordHash.of("correct horse", random).split("\\$");

        // When
        var nobodys = PasswordHash.ofNobody(random);

        // Then
        var parts = nobodys.split("\\$");
        assertThat(parts).hasSameSizeAs(somebodys).startsWith(somebodys[0], somebodys[1]);
        assertThat(parts[2]).hasSameSizeAs(somebodys[2]).matches("[0-9a-f]+");
        assertThat(parts[3]).hasSameSizeAs(somebodys[3]).matches("[0-9a-f]+");
        assertThat(PasswordHash.matches("", nobodys)).isFalse();
    }

    @Test
    void somethingThatIsNoHashIsRefused() {
        assertThatThrownBy(() -> PasswordHash.matches("x", "plain"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a pbkdf2-sha256 hash");
    }
}
