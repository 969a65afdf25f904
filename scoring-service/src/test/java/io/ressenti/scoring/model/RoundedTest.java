package io.ressenti.scoring.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoundedTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0000001, 0.0",
        "100, 100.0",
        "-100, -100.0",
        "-0.3, -0.3",
        "0.000001, 0.000001",
        "7.05, 7.05",
        "63.43283582089553, 63.432836",
        "99.9999999, 100.0",
        "-12.3456787, -12.345679",
        "123456789.000001, 123456789.000001"
    })
    void writesSixDecimalsAtMost(double number, String expected) {
        // When
        var written = text(number);

        // Then
        assertThat(written).isEqualTo(expected);
        assertThat(Rounded.of(number)).isEqualTo(Double.parseDouble(expected));
    }

    private static String text(double number) {
        var text = new char[Rounded.LONGEST];
        var start = Rounded.write(number, text);
        return new String(text, start, text.length - start);
    }
}
