package io.ressenti.platform.json;

import io.ressenti.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonBatchTest {

    @Test
    void cutsAnArrayIntoItsItems() {
        // Given
        var body = " [ {\"a\":[1,{}]} ,\"té\\\"xt\", -1.5e3,null,true,[] , {} ] ";

        // When
        var items = JsonBatch.ofArray(utf8(body));

        // Then
        assertThat(texts(items))
                .containsExactly("{\"a\":[1,{}]}", "\"té\\\"xt\"", "-1.5e3", "null", "true", "[]", "{}");
        assertThat(items).extracting(JsonBatch.Item::index).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void anEmptyArrayHasNoItems() {
        // Given
        var body = utf8("[]");

        // When
        var items = JsonBatch.ofArray(body);

        // Then
        assertThat(items).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "5", "[", "[{}", "[{},]", "[{}] x", "[{}][]", "[{'a':1}]", "\ufeff"})
    void refusesWhatIsNoArrayAsAWhole(String body) {
        // Given a body that cannot be cut

        // When
        var reading = assertThatThrownBy(() -> JsonBatch.ofArray(utf8(body)));

        // Then
        reading.isInstanceOfSatisfying(
                ProblemException.class,
                failure -> assertThat(failure.problem().status()).isEqualTo(400));
    }

    @Test
    void cutsLinesAndCountsBlankOnes() {
        // Given
        var body = "{\"a\":1}\r\n\n  \n{broken\n{\"b\":2}";

        // When
        var items = JsonBatch.ofLines(utf8(body));

        // Then
        assertThat(texts(items)).containsExactly("{\"a\":1}\r", "{broken", "{\"b\":2}");
        assertThat(items).extracting(JsonBatch.Item::index).containsExactly(0, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {JsonBatch.MAX_ITEMS, JsonBatch.MAX_ITEMS + 1})
    void holdsTenThousandItems(int count) {
        // Given
        var body = utf8("{}\n".repeat(count));

        // When
        int status = statusOfLines(body);

        // Then
        assertThat(status).isEqualTo(count > JsonBatch.MAX_ITEMS ? 413 : 200);
    }

    private static int statusOfLines(byte[] body) {
        try {
            JsonBatch.ofLines(body);
            return 200;
        } catch (ProblemException e) {
            return e.problem().status();
        }
    }

    private static List<String> texts(List<JsonBatch.Item> items) {
        return items.stream()
                .map(item -> new String(item.json(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
