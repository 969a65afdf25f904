package io.ressenti.touchpoint.catalogue;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.platform.http.Cursor;
import io.ressenti.touchpoint.ServiceTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.hamcrest.Matchers.containsString;

/** Cursors that nobody was given. */
@QuarkusTest
class CursorTest extends ServiceTest {

    static Stream<String> cursors() {
        return Stream.of(
                "!!",
                "a.b",
                "=",
                "_w", // no UTF-8
                Cursor.of("a\0b"),
                Cursor.of("a\nb"),
                Cursor.of("a".repeat(257)));
    }

    @ParameterizedTest
    @MethodSource("cursors")
    void refusesACursorThatIsNotOurs(String cursor) {
        // Given
        var request = acme().queryParam("cursor", cursor);

        // When
        var answer = request.get("/api/v1/catalogue/partners");

        // Then
        answer.then().statusCode(422).body("detail", containsString("cursor"));
        acme().queryParam("cursor", cursor)
                .get("/api/v1/catalogue/touchpoints/order-delivered/revisions")
                .then()
                .statusCode(422);
    }
}
