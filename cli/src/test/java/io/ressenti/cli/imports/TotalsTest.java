package io.ressenti.cli.imports;

import io.ressenti.cli.client.Json;
import io.ressenti.cli.client.Problem;
import io.ressenti.cli.imports.Totals.Reason;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TotalsTest {

    @Test
    void batchesAddUpToWhatOneBatchWouldHaveBeen() {
        // Given
        var first = List.of(unknown(2), invalid(3, "/id"));
        var second = List.of(unknown(9), invalid(10, "/channel"));
        var both = List.of(first.get(0), first.get(1), second.get(0), second.get(1));

        // When
        var together = Totals.of(5, 1, first).plus(Totals.of(4, 0, second));

        // Then
        assertThat(together).isEqualTo(Totals.of(9, 1, both));
        assertThat(together.items()).isEqualTo(14);
        assertThat(together.rejectedCount()).isEqualTo(4);
        assertThat(together.rejected())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "unknown-touchpoint", new Reason(2, "Not here.", List.of(2L, 9L)),
                        "invalid /id", new Reason(1, "/id: It is wrong.", List.of(3L)),
                        "invalid /channel", new Reason(1, "/channel: It is wrong.", List.of(10L))));
    }

    @Test
    void namesTheFirstFewLines() {
        // When
        var totals = Totals.of(
                0, 0, LongStream.rangeClosed(1, 9).mapToObj(TotalsTest::unknown).toList());

        // Then
        assertThat(totals.rejected().get("unknown-touchpoint").lines()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void stayBoundedHoweverManyReasonsThereAre() {
        // When
        var totals = Totals.of(
                0,
                0,
                LongStream.range(0, 1_000)
                        .mapToObj(i -> invalid(i, "/attributes/" + i))
                        .toList());

        // Then
        assertThat(totals.rejected()).hasSize(51);
        assertThat(totals.rejected().get("other reasons").count()).isEqualTo(950);
        assertThat(totals.rejectedCount()).isEqualTo(1_000);
    }

    @Test
    void areTheSameWhenReadBack() {
        // Given
        var totals = Totals.of(5, 1, List.of(unknown(2)));

        // When
        var readBack = Json.read(Json.write(totals), Totals.class);

        // Then
        assertThat(readBack).isEqualTo(totals);
    }

    private static RejectedItem unknown(long line) {
        return item(line, new Problem("urn:ressenti:problem:unknown-touchpoint", "Unknown", "Not here.", null));
    }

    private static RejectedItem invalid(long line, String pointer) {
        var place = new Problem.Place(pointer, "It is wrong.");
        return item(line, new Problem("urn:ressenti:problem:invalid", "Invalid", null, List.of(place)));
    }

    private static RejectedItem item(long line, Problem problem) {
        return RejectedItem.ofText(line, "x", problem);
    }
}
