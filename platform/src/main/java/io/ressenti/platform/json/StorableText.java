package io.ressenti.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;

/** Text that UTF-8 and PostgreSQL can hold: no character U+0000, no half of a surrogate pair. */
final class StorableText {

    private StorableText() {}

    static String check(JsonParser parser, String text) throws JsonMappingException {
        if (isStorable(text)) {
            return text;
        }
        var problem = Problem.malformed(
                "The text holds the character U+0000 or half of a surrogate pair, which cannot be stored. Remove it.");
        throw JsonMappingException.from(parser, problem.detail(), new ProblemException(problem));
    }

    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\0' || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
