package io.ressenti.cli.imports.mapping;

import io.ressenti.cli.client.WrongUseException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimeFormatTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "yyyy-MM-dd HH:mm,    America/Sao_Paulo, 2018-01-18 20:56,         2018-01-18T22:56:00Z",
                "uuuu-MM-dd HH:mm:ss, -,                 2018-01-18 20:56:59,      2018-01-18T20:56:59Z",
                "dd/MM/yyyy,          Europe/Paris,      18/01/2018,               2018-01-17T23:00:00Z",
                "d MMM yyyy h:mm a,   +02:00,            8 jan 2018 3:05 pm,       2018-01-08T13:05:00Z",
                "yyyyMMddHHmmssXX,    Europe/Paris,      20180118205659-0200,      2018-01-18T22:56:59Z",
                "epochSeconds,        -,                 1516316219,               2018-01-18T22:56:59Z",
                "epochMillis,         -,                 1516316219250,            2018-01-18T22:56:59.250Z",
                "-,                   Europe/Paris,      2018-01-18T23:56:59,      2018-01-18T22:56:59Z",
                "-,                   Europe/Paris,      2018-01-18T22:56:59.5Z,   2018-01-18T22:56:59.500Z",
                "-,                   Europe/Paris,      2018-01-18,               2018-01-17T23:00:00Z"
            })
    void readsATime(String format, String zone, String text, Instant expected) throws UnreadableValueException {
        assertThat(TimeFormat.of(format, zone).read(text)).isEqualTo(expected);
    }

    /** 2026-10-25 in Paris: 02:30 comes twice. 2026-03-29: it does not come at all. */
    @ParameterizedTest
    @CsvSource({"2026-10-25 02:30, 2026-10-25T00:30:00Z", "2026-03-29 02:30, 2026-03-29T01:30:00Z"})
    void decidesWhereTheClockIsChanged(String text, Instant expected) throws UnreadableValueException {
        assertThat(TimeFormat.of("yyyy-MM-dd HH:mm", "Europe/Paris").read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd, 2018-02-30",
        "dd/MM/yyyy, 2018-01-18",
        "epochSeconds, 12.5",
        "epochSeconds, 99999999999999999"
    })
    void refusesWhatIsNoSuchTime(String format, String text) {
        assertThatThrownBy(() -> TimeFormat.of(format, null).read(text))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("\"%s\" is not a time of the format %s.", text, format);
    }

    @Test
    void refusesAFormatAndAZoneThatAreNone() {
        assertThatThrownBy(() -> TimeFormat.of("yyyy-bbbbbb", null))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("\"yyyy-bbbbbb\" is no format of a time");
        assertThatThrownBy(() -> TimeFormat.of(null, "Europe/Pari"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("\"Europe/Pari\" is no time zone");
    }
}
