package io.ressenti.console.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    /** What a text fills in, and the cases that it tells apart. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(#case [^}]+|#switch [^}]+|[a-zA-Z]+)}");

    private final Properties english = read("en");
    private final Properties french = read("fr");

    @Test
    void everyWordIsThereInBothLanguages() {
        var words = Arrays.stream(Words.class.getMethods()).map(Method::getName).toList();

        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(words);
        assertThat(french.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void bothLanguagesFillInTheSame() {
        for (var word : english.stringPropertyNames()) {
            assertThat(placeholders(french.getProperty(word)))
                    .as(word)
                    .isEqualTo(placeholders(english.getProperty(word)));
            assertThat(french.getProperty(word)).as(word).isNotBlank();
        }
    }

    private static TreeSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    private static Properties read(String language) {
        try (var in = WordsTest.class.getResourceAsStream("/messages/msg_" + language + ".properties")) {
            var words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
