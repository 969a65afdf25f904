package io.ressenti.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EventsTest {

    private final Events events = new Events("run7");
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void makesEventsOfOneLength() throws IOException {
        // Given
        events.lines(41);

        // When
        var body = events.one();

        // Then
        var event = json.readTree(body.getBytes());
        assertThat(body.length()).isEqualTo(Events.BYTES);
        assertThat(event.get("id").asText()).isEqualTo("run7-0000000041");
        assertThat(event.get("customer").asText())
                .isEqualTo(events.customer(41))
                .isEqualTo("run7-000041");
        assertThat(event.get("journeyId").asText()).isEqualTo("o-0000000041");
        assertThat(event.get("sentAt")).isEqualTo(event.get("occurredAt"));
    }

    @Test
    void letsEventsHappenOneAfterTheOther() throws IOException {
        // Given two customers, an hour between two events
        var older = new Events("old", 2, Duration.ofHours(1));
        var before = Instant.now();

        // When
        var made = json.readTree(older.array(4).getBytes());

        // Then
        assertThat(made.get(3).get("customer").asText()).isEqualTo("old-000001");
        assertThat(Instant.parse(made.get(3).get("occurredAt").asText()))
                .isCloseTo(before.minus(Duration.ofHours(3)), within(5, ChronoUnit.SECONDS));
        assertThat(made.get(3).toString()).hasSize(Events.BYTES);
    }

    @Test
    void makesNoIdTwice() throws IOException {
        // Given
        var array = json.readTree(events.array(100).getBytes());
        var lines = new String(events.lines(100).getBytes()).lines().toList();

        // When
        var ids = StreamSupport.stream(array.spliterator(), false)
                .map(event -> event.get("id").asText())
                .distinct();

        // Then
        assertThat(ids).hasSize(100);
        assertThat(lines).hasSize(100);
        assertThat(lines.getLast()).contains("\"id\":\"run7-0000000199\"");
        assertThat(events.made()).isEqualTo(200);
    }
}
