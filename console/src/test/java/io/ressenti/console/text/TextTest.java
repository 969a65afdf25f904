package io.ressenti.console.text;

import io.ressenti.console.page.LocalPath;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "en, fr-FR, EN",
        "fr, en, FR",
        ", 'fr-CA,fr;q=0.9,en;q=0.8', FR",
        ", 'de,en;q=0.5,fr;q=0.2', EN",
        ", , EN",
        "xx, '%%%', EN"
    })
    void speaksTheChosenLanguageElseTheBrowsers(String chosen, String accepted, Language spoken) {
        assertThat(Language.of(chosen, accepted)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource({
        "10, just now, à l’instant",
        "300, 5 min ago, il y a 5 min",
        "7200, 2 h ago, il y a 2 h",
        "259200, 3 d ago, il y a 3 j"
    })
    void saysHowLongAgo(long seconds, String english, String french) {
        var now = Instant.parse("2026-11-22T12:00:00Z");
        var then = now.minusSeconds(seconds);

        assertThat(Moment.of(then, now, Locale.ENGLISH).ago()).isEqualTo(english);
        assertThat(Moment.of(then, now, Locale.FRENCH).ago()).isEqualTo(french);
    }

    @Test
    void writesNumbersAsPeopleDo() {
        assertThat(Figures.whole(-0.2, Locale.ENGLISH)).isEqualTo("0");
        assertThat(Figures.whole(1204.4, Locale.ENGLISH)).isEqualTo("1,204");
        assertThat(Figures.format(4.25, 1, Locale.FRENCH)).isEqualTo("4,2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a b", ""})
    void neverLeadsToAnotherSite(String path) {
        assertThat(LocalPath.orHome(path)).hasToString("/");
    }

    @Test
    void leadsToOurOwnPages() {
        assertThat(LocalPath.orHome("/alerts/a-1")).hasToString("/alerts/a-1");
        assertThat(LocalPath.orHome(null)).hasToString("/");
    }
}
