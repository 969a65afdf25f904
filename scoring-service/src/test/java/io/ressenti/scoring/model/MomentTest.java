package io.ressenti.scoring.model;

import java.util.UUID;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;

class MomentTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Moment BASE = new Moment(20, NOON, 1, ID);

    @Test
    void takesTheLaterInTimeThenInItsEventThenByIdentifier() {
        assertLater(new Moment(90, NOON.plusNanos(1000), 0, new UUID(0, 0)));
        assertLater(new Moment(90, NOON, 2, new UUID(0, 0)));
        assertLater(new Moment(90, NOON, 1, new UUID(0, 2)));
    }

    @Test
    void takesTheMoreExtremeAndOfEqualsTheLater() {
        assertMoreExtreme(new Moment(81, NOON.minusSeconds(1), 0, ID));
        assertMoreExtreme(new Moment(19, NOON.minusSeconds(1), 0, ID));
        assertMoreExtreme(new Moment(80, NOON.plusSeconds(1), 0, ID));
    }

    @Test
    void takesTheOneThatThereIs() {
        assertThat(Moment.later(null, BASE)).isEqualTo(BASE);
        assertThat(Moment.later(BASE, null)).isEqualTo(BASE);
        assertThat(Moment.moreExtreme(null, null)).isNull();
    }

    private static void assertLater(Moment other) {
        assertThat(Moment.later(BASE, other)).isEqualTo(other);
        assertThat(Moment.later(other, BASE)).isEqualTo(other);
    }

    private static void assertMoreExtreme(Moment other) {
        assertThat(Moment.moreExtreme(BASE, other)).isEqualTo(other);
        assertThat(Moment.moreExtreme(other, BASE)).isEqualTo(other);
    }
}
