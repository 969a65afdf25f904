package io.ressenti.bench.report;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableTest {

    @Test
    void isAsWideAsItsLongestCells() {
        // Given
        var table = new Table("what", "events/s").row("service", "900").row("bare probe", "1,000,000");

        // When
        var text = table.text();

        // Then
        assertThat(text).isEqualTo("""
                | what       |  events/s |
                | ---------- | --------: |
                | service    |       900 |
                | bare probe | 1,000,000 |
                """);
    }

    @Test
    void refusesARowThatDoesNotFit() {
        // Given
        var table = new Table("one", "two");

        // When
        assertThatThrownBy(() -> table.row("alone"))
                // Then
                .isInstanceOf(IllegalArgumentException.class);
    }
}
