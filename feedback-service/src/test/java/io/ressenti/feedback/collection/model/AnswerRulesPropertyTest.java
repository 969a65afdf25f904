package io.ressenti.feedback.collection.model;

import io.ressenti.contracts.AnswerType;
import io.ressenti.feedback.collection.model.AnswerValue.Rating;
import io.ressenti.feedback.collection.model.Verdict.Sound;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerRulesPropertyTest {

    @Property
    void anNpsIsSoundExactlyFromZeroToTen(@ForAll int value) {
        assertThat(isSound(AnswerType.NPS, value, null)).isEqualTo(value >= 0 && value <= 10);
    }

    @Property
    void aCesIsSoundExactlyFromOneToSeven(@ForAll int value) {
        assertThat(isSound(AnswerType.CES, value, null)).isEqualTo(value >= 1 && value <= 7);
    }

    @Property
    void starsAreSoundExactlyOnTheirScale(
            @ForAll @IntRange(min = -3, max = 14) int value, @ForAll @IntRange(min = -3, max = 14) int scale) {
        assertThat(isSound(AnswerType.STARS, value, scale))
                .isEqualTo(scale >= 2 && scale <= 10 && value >= 1 && value <= scale);
    }

    private static boolean isSound(AnswerType type, int value, Integer scale) {
        return AnswerRules.normalise(new GivenAnswer(type, new Rating(value), scale, null), "/answers/0")
                instanceof Sound;
    }
}
