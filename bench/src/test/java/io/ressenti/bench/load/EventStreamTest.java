package io.ressenti.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventStreamTest {

    @Test
    void isAsManyLinesAsWereWanted() throws IOException {
        // Given
        var stream = new EventStream(new Events("long"), 1_201);

        // When
        var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        // Then
        assertThat(lines).hasSize(1_201).allMatch(line -> line.length() == Events.BYTES);
        assertThat(lines.getLast()).contains("\"id\":\"long-0000001200\"");
    }
}
