package io.ressenti.console.score;

import io.ressenti.console.service.Scores;
import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTest {

    @Test
    void showsTheValueWithItsInterval() {
        var figure = Figure.of(Metric.NPS, row(96, -12.0, -28.5, 4.6), Locale.ENGLISH);

        assertThat(figure.value()).isEqualTo("−12");
        assertThat(figure.low()).isEqualTo("−28");
        assertThat(figure.high()).isEqualTo("5");
        assertThat(figure.n()).isEqualTo("96");
        assertThat(figure.bar()).isEqualTo(new Figure.Bar("35.8", "16.6", "44.0"));
    }

    @Test
    void saysTooFewBelowTen() {
        assertThat(Figure.of(Metric.CSAT, row(9, 50.0, 20.0, 80.0), Locale.ENGLISH)
                        .tooFew())
                .isTrue();
        assertThat(Figure.of(Metric.CSAT, row(10, 50.0, 20.0, 80.0), Locale.ENGLISH)
                        .tooFew())
                .isFalse();
        assertThat(Figure.of(Metric.CSAT, row(9, 50.0, 20.0, 80.0), Locale.ENGLISH)
                        .value())
                .isNull();
    }

    @Test
    void saysNothingWhereNobodyWasAsked() {
        assertThat(Figure.of(Metric.CSAT, null, Locale.ENGLISH)).isNull();
        assertThat(Figure.of(Metric.CSAT, row(0, null, null, null), Locale.ENGLISH))
                .isNull();
    }

    private static Scores.Row row(long n, Double value, Double low, Double high) {
        return new Scores.Row("delivery", n, value, low, high, null);
    }
}
