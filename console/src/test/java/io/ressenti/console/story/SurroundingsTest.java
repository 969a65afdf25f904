package io.ressenti.console.story;

import io.ressenti.console.service.Journey;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SurroundingsTest {

    private static final Instant START = Instant.parse("2018-01-01T00:00:00Z");

    @ParameterizedTest(name = "of {0} moments with the cause at {1}: {2} to {3}")
    @CsvSource({
        "0, 0, 0, 0",
        "100, 3, 0, 100",
        "250, 249, 150, 250",
        "250, 200, 150, 250",
        "250, 100, 51, 151",
        "250, 0, 0, 100"
    })
    void showsTheLastMomentsWithTheCauseAmongThem(int moments, int cause, int from, int to) {
        var items = IntStream.range(0, moments).mapToObj(SurroundingsTest::item).toList();

        List<Journey.Item> shown = Surroundings.around(items, START.plusSeconds(cause));

        assertThat(shown).isEqualTo(items.subList(from, to));
    }

    private static Journey.Item item(int second) {
        return new Journey.Item(
                Journey.Kind.TOUCHPOINT,
                "e-" + second,
                "shop",
                START.plusSeconds(second),
                null,
                "payment",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
