package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Sums;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class BucketSumsPropertyTest {

    /** In whatever order they come: each bucket's sums are those of its addends, in the order of time, without what holds nothing. */
    @Property
    void areThoseOfASortedMap(@ForAll @Size(max = 60) List<@IntRange(min = -20, max = 20) Integer> buckets) {
        // Given
        var plain = new TreeMap<Long, Sums>();
        var sums = new BucketSums();

        // When
        for (int i = 0; i < buckets.size(); i++) {
            var addend = new Sums(i % 3 - 1, i, i * i, i % 2, i % 5);
            sums.add(buckets.get(i), addend);
            plain.merge((long) buckets.get(i), addend, Sums::plus);
        }

        // Then
        assertThat(sums.size()).isEqualTo(plain.size());
        plain.values().removeIf(held -> held.n() <= 0);
        Map<Long, Sums> found = new LinkedHashMap<>();
        sums.forEach(found::put);
        assertThat(List.copyOf(found.entrySet())).isEqualTo(List.copyOf(plain.entrySet()));
    }
}
