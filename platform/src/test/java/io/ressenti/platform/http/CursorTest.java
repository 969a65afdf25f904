package io.ressenti.platform.http;

import io.ressenti.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTest {

    @Test
    void givesTheKeysBack() {
        // Given
        var cursor = Cursor.of("2018-01-18T22:56:59Z", "", "été.|");

        // When
        var keys = Cursor.read(cursor, 3);

        // Then
        assertThat(keys).containsExactly("2018-01-18T22:56:59Z", "", "été.|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "YQ", "YQ.YQ.YQ", "!.YQ", "AA.YQ"})
    void refusesWhatItDidNotMake(String cursor) {
        // Given something else

        // When
        var reading = assertThatThrownBy(() -> Cursor.read(cursor, 2));

        // Then
        reading.isInstanceOfSatisfying(
                ProblemException.class,
                failure -> assertThat(failure.problem().status()).isEqualTo(422));
    }

    @Test
    void aPageThatIsFullHasANextOne() {
        // Given
        var found = List.of("a", "b", "c");

        // When
        var page = Page.of(found, 2, Cursor::of);

        // Then
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.read(page.next(), 1)).containsExactly("b");
        assertThat(Page.of(found, 3, Cursor::of).next()).isNull();
    }
}
