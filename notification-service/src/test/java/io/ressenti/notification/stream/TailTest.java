package io.ressenti.notification.stream;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class TailTest {

    @Example
    void anEmptyTailKnowsThatNothingFollowsItsLastNumber() {
        var tail = Tail.from(7);

        assertThat(tail.reachesBackTo(7)).isTrue();
        assertThat(tail.after(7)).isEmpty();
        assertThat(tail.reachesBackTo(6)).isFalse();
    }

    @Property
    void itGivesExactlyWhatFollowsAndOnlyWhatItKept(
            @ForAll @IntRange(max = 50) int added,
            @ForAll @IntRange(min = 1, max = 20) int size,
            @ForAll @IntRange(max = 60) int position) {
        // Given
        var tail = Tail.from(100);
        for (long seq = 101; seq <= 100 + added; seq++) {
            tail = tail.with(List.of(new StreamedChange(seq, "{}")), size);
        }

        // When
        var reaches = tail.reachesBackTo(100 + position);

        // Then
        assertThat(reaches).isEqualTo(position >= added - Math.min(added, size));
        if (reaches) {
            assertThat(tail.after(100 + position))
                    .extracting(StreamedChange::seq)
                    .containsExactlyElementsOf(LongStream.rangeClosed(101 + position, 100 + added)
                            .boxed()
                            .toList());
        }
    }
}
