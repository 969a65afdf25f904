package io.ressenti.scoring.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders that instances agree on, and identifiers that follow from names. */
class KeysTest {

    @Test
    void sortsCustomersByBrandFirst() {
        // Given
        var sorted =
                List.of(new CustomerKey("acme", "c-1"), new CustomerKey("acme", "c-2"), new CustomerKey("zeta", "c-0"));

        // When
        var shuffled = shuffledAndSorted(sorted);

        // Then
        assertThat(shuffled).isEqualTo(sorted);
    }

    @Test
    void sortsEventsByBrandKindSourceAndId() {
        // Given
        var sorted = List.of(
                new EventKey("acme", EventKind.TOUCHPOINT, "app", "e-2"),
                new EventKey("acme", EventKind.TOUCHPOINT, "app", "e-3"),
                new EventKey("acme", EventKind.TOUCHPOINT, "shop", "e-1"),
                new EventKey("acme", EventKind.FEEDBACK, "app", "e-0"),
                new EventKey("zeta", EventKind.TOUCHPOINT, "app", "e-0"));

        // When
        var shuffled = shuffledAndSorted(sorted);

        // Then
        assertThat(shuffled).isEqualTo(sorted);
    }

    @Test
    void makesIdentifiersOfVersion8OutOfNames() {
        // When
        var ids = IntStream.range(0, 100)
                .mapToObj(name -> NameUuid.of("signal", "acme", "r-" + name))
                .toList();

        // Then
        assertThat(ids).extracting(UUID::version).containsOnly(8);
        assertThat(ids).extracting(UUID::variant).containsOnly(2);
        assertThat(ids).extracting(UUID::getLeastSignificantBits).doesNotHaveDuplicates();
        assertThat(ids.getFirst()).isEqualTo(NameUuid.of("signal", "acme", "r-0"));
    }

    @Test
    void neverLetsPartsOfANameRunTogether() {
        // When
        var ids = List.of(NameUuid.of("ab", "c"), NameUuid.of("a", "bc"), NameUuid.of("abc"), NameUuid.of("abc", ""));

        // Then
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static <T extends Comparable<T>> List<T> shuffledAndSorted(List<T> sorted) {
        List<T> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(11));
        Collections.sort(shuffled);
        return shuffled;
    }
}
