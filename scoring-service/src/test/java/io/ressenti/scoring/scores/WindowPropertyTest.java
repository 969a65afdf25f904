package io.ressenti.scoring.scores;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

class WindowPropertyTest {

    private static final long YEAR_2000 = 946_684_800;
    private static final long YEAR_2040 = 2_208_988_800L;
    private static final long LONGEST = 3L * 365 * 86_400;

    /** Neither gap nor overlap, and whole spans only. */
    @Property
    void isCoveredOnceByItsStretches(
            @ForAll @LongRange(min = YEAR_2000, max = YEAR_2040) long from,
            @ForAll @LongRange(min = 1, max = LONGEST) long seconds,
            @ForAll Resolution longest) {
        // Given
        var window = new Window(Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + seconds));

        // When
        var stretches = window.stretches(longest);

        // Then
        var reached = window.from();
        for (var stretch : stretches) {
            assertThat(stretch.from()).isEqualTo(reached).isBefore(stretch.to());
            assertThat(stretch.resolution().ordinal()).isGreaterThanOrEqualTo(longest.ordinal());
            assertThat(stretch.resolution().floor(stretch.from())).isEqualTo(stretch.from());
            assertThat(stretch.resolution().floor(stretch.to())).isEqualTo(stretch.to());
            reached = stretch.to();
        }
        assertThat(reached).isEqualTo(window.to());
    }
}
