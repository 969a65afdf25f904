package io.ressenti.scoring.csv;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTableTest {

    @Test
    void writesAHeaderAndQuotesWhatNeedsIt() {
        // Given
        var table = new CsvTable(
                "scores",
                List.of("partner", "n", "value"),
                List.of(CsvTable.row("a, \"b\"\nc", 3L, -1.5), CsvTable.row(null, 0L, null)));

        // When
        var text = table.text();

        // Then
        assertThat(text).isEqualTo("partner,n,value\r\n\"a, \"\"b\"\"\nc\",3,-1.5\r\n,0,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void disarmsWhatASpreadsheetWouldExecute(String formula) {
        // When
        var text = new CsvTable("scores", List.of("partner", "n"), List.of(CsvTable.row(formula, 1L))).text();

        // Then
        assertThat(text).contains("'" + formula);
    }

    @Test
    void leavesNumbersAndHarmlessTextsAsTheyAre() {
        // When
        var text = new CsvTable("scores", List.of("a", "b", "c"), List.of(CsvTable.row(-12.5, "seller-9", ""))).text();

        // Then
        assertThat(text).endsWith("\r\n-12.5,seller-9,\r\n");
    }
}
