package io.ressenti.scoring.model;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RoundedPropertyTest {

    private static final BigDecimal HALF = new BigDecimal("0.00000050001");

    /** Of all numbers with six decimals it is the nearest, and reads as it was written. */
    @Property
    void isTheNearest(@ForAll @Scale(9) @DoubleRange(min = -1000, max = 1000) double number) {
        // When
        var text = text(number);

        // Then
        assertThat(new BigDecimal(text)).isCloseTo(new BigDecimal(number), within(HALF));
        assertThat(Double.parseDouble(text)).isEqualTo(Rounded.of(number));
        assertThat(text).matches("-?\\d+\\.(0|\\d{0,5}[1-9])");
    }

    private static String text(double number) {
        var text = new char[Rounded.LONGEST];
        var start = Rounded.write(number, text);
        return new String(text, start, text.length - start);
    }
}
