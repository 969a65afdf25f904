package io.ressenti.scoring.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StudentTTest {

    /** Column 0.975 of the table "Critical values of Student's t distribution", NIST/SEMATECH e-Handbook, 1.3.6.7.2. */
    @ParameterizedTest
    @CsvSource({
        "1, 12.706",
        "2, 4.303",
        "3, 3.182",
        "4, 2.776",
        "5, 2.571",
        "6, 2.447",
        "7, 2.365",
        "8, 2.306",
        "9, 2.262",
        "10, 2.228",
        "15, 2.131",
        "20, 2.086",
        "30, 2.042",
        "60, 2.000",
        "100, 1.984"
    })
    void agreesWithThePublishedTable(double freedom, double published) {
        // When
        var quantile = StudentT.quantile(freedom);

        // Then
        assertThat(quantile).isCloseTo(published, within(5.001e-4));
    }

    /** To the last digits that the expansion gives: R's qt(0.975, df). */
    @ParameterizedTest
    @CsvSource({"5, 2.5705818356363, 2e-7", "10, 2.2281388519863, 1e-8", "17.776, 2.1028213103802, 1e-9"})
    void isExactEnoughForThePublishedDigits(double freedom, double quantile, double tolerance) {
        // When
        var ours = StudentT.quantile(freedom);

        // Then
        assertThat(ours).isCloseTo(quantile, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"1.99, 1", "4.99, 4"})
    void takesAFewBrokenDegreesForTheWholeNumberBelow(double broken, double whole) {
        // When
        var quantile = StudentT.quantile(broken);

        // Then
        assertThat(quantile).isEqualTo(StudentT.quantile(whole));
    }
}
