package io.ressenti.feedback.collection;

import io.ressenti.feedback.FeedbackJson;
import io.ressenti.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class SubmissionPropertyTest {

    private static final Instant NOW = Instant.parse("2018-01-20T10:00:00Z");

    /** Whatever bytes come, it is the client's mistake, and said so. */
    @Property
    void garbageIsRefusedAndNeverOurFault(@ForAll byte[] garbage) {
        assertThatItIsTheClientsMistake(garbage);
    }

    @Property
    void aBodyWithOneByteChangedIsTakenOrRefusedAndNeverOurFault(
            @ForAll @IntRange(min = 0, max = 300) int position, @ForAll byte changed) {
        var body = FeedbackJson.withId("r-8").getBytes(StandardCharsets.UTF_8);
        body[position % body.length] = changed;
        assertThatItIsTheClientsMistake(body);
    }

    @Property(tries = 400)
    void aBodyCutShortIsRefused(@ForAll @IntRange(min = 0, max = 300) int length) {
        var body = FeedbackJson.withId("r-8").getBytes(StandardCharsets.UTF_8);
        assertThatItIsTheClientsMistake(Arrays.copyOf(body, Math.min(length, body.length - 1)));
    }

    /** Four bytes by which a JSON reader that guesses encodings would take the body for UTF-32. */
    @Example
    void aBodyInAnotherEncodingIsRefused() {
        assertThatItIsTheClientsMistake(new byte[] {0, 0, 0, '{', 0, 0, 0, '}', 1});
        assertThatItIsTheClientsMistake(FeedbackJson.withId("r-8").getBytes(StandardCharsets.UTF_16));
    }

    private static void assertThatItIsTheClientsMistake(byte[] body) {
        try {
            Submission.read(body, null, new Sender("acme", "survey"), NOW);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isIn(400, 413, 422);
            assertThat(e.problem().detail())
                    .isNotBlank()
                    .doesNotContain("io.ressenti")
                    .doesNotContain("java.");
        }
    }
}
