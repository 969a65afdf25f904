package io.ressenti.touchpoint.catalogue;

import io.ressenti.contracts.Stage;
import io.ressenti.touchpoint.catalogue.model.Catalogue;
import io.ressenti.touchpoint.catalogue.model.Touchpoint;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CachedCatalogueTest {

    private static final CatalogueConfig CONFIG = new CatalogueConfig() {
        @Override
        public Duration refreshAfter() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration unusableAfter() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration lookAgainAfter() {
            return Duration.ofMillis(100);
        }
    };

    private final AtomicLong clock = new AtomicLong();
    private final Deque<UniEmitter<? super Catalogue>> readings = new ArrayDeque<>();
    private int readingCount;

    private final CachedCatalogue cached = new CachedCatalogue(
            () -> Uni.createFrom().emitter(emitter -> {
                readingCount++;
                readings.add(emitter);
            }),
            CONFIG,
            clock::get);

    @Test
    void readsOnceForManyWhoWait() {
        // Given
        var first = cached.knowing(Set.of("a")).subscribeAsCompletionStage();
        var second = cached.knowing(Set.of("a")).subscribeAsCompletionStage();

        // When
        readings.remove().complete(catalogue("a"));

        // Then
        assertThat(first.join()).isEqualTo(catalogue("a"));
        assertThat(second.join()).isEqualTo(catalogue("a"));
        assertThat(readingCount).isEqualTo(1);
    }

    @Test
    void servesFromMemoryWhileItIsYoung() {
        // Given
        givenRead("a");
        pass(Duration.ofMillis(999));

        // When
        var known = now("a");

        // Then
        assertThat(known).isEqualTo(catalogue("a"));
        assertThat(readingCount).isEqualTo(1);
    }

    @Test
    void servesTheOldOneAndReadsTheNewOneMeanwhile() {
        // Given
        givenRead("a");
        pass(Duration.ofMillis(1001));
        assertThat(now("a")).isEqualTo(catalogue("a"));
        readings.remove().complete(catalogue("a", "b"));

        // When
        var known = now("a");

        // Then
        assertThat(known).isEqualTo(catalogue("a", "b"));
    }

    @Test
    void looksAgainBeforeItSaysThatATouchpointIsUnknown() {
        // Given
        givenRead("a");
        pass(Duration.ofMillis(101));
        var answer = cached.knowing(Set.of("b")).subscribeAsCompletionStage();

        // When
        readings.remove().complete(catalogue("a", "b"));

        // Then
        assertThat(answer.join()).isEqualTo(catalogue("a", "b"));
    }

    @Test
    void doesNotLookAgainAllTheTime() {
        // Given
        givenRead("a");
        pass(Duration.ofMillis(99));

        // When
        var known = now("nonsense");

        // Then
        assertThat(known).isEqualTo(catalogue("a"));
        assertThat(readingCount).isEqualTo(1);
    }

    @Test
    void whatWasBeingReadWhileItChangedDoesNotCount() {
        // Given
        givenRead("a");
        pass(Duration.ofMillis(1001));
        now("a");
        var before = readings.remove();
        cached.forget();
        var after = cached.knowing(Set.of("b")).subscribeAsCompletionStage();

        // When
        readings.remove().complete(catalogue("b"));
        before.complete(catalogue("a"));

        // Then
        assertThat(after.join()).isEqualTo(catalogue("b"));
        assertThat(now("b")).isEqualTo(catalogue("b"));
    }

    @Test
    void goesOnForAWhileWithoutTheDatabaseAndRecovers() {
        // Given
        givenRead("a");
        pass(Duration.ofSeconds(9));
        now("a");
        readings.remove().fail(new IllegalStateException("away"));
        pass(Duration.ofSeconds(2));
        var tooOld = cached.knowing(Set.of("a")).subscribeAsCompletionStage();
        readings.remove().fail(new IllegalStateException("away"));
        assertThatThrownBy(tooOld::join).hasRootCauseMessage("away");
        var back = cached.knowing(Set.of("a")).subscribeAsCompletionStage();

        // When
        readings.remove().complete(catalogue("a"));

        // Then
        assertThat(back.join()).isEqualTo(catalogue("a"));
    }

    private void givenRead(String... codes) {
        var reading = cached.knowing(List.of(codes)).subscribeAsCompletionStage();
        readings.remove().complete(catalogue(codes));
        reading.join();
    }

    private Catalogue now(String code) {
        return cached.knowing(Set.of(code)).await().atMost(Duration.ofSeconds(60));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static Catalogue catalogue(String... codes) {
        return Catalogue.of(Arrays.stream(codes)
                .map(code -> new Touchpoint(code, 1, Stage.USAGE, null, Set.of("WEB"), List.of()))
                .toList());
    }
}
