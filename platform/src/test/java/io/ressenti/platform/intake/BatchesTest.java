package io.ressenti.platform.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BatchesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BRIEFLY = Duration.ofMillis(50);

    private final Batches batches = new Batches();
    private final CompletableFuture<Void> work = new CompletableFuture<>();

    @Test
    void theEndWaitsForABatchThatHasBegun() {
        // Given
        var batch = subscribe(Uni.createFrom().completionStage(work));

        // When
        var end = CompletableFuture.runAsync(() -> batches.end(PATIENCE));
        await().atMost(PATIENCE).until(batches::areEnding);

        // Then
        assertThat(end).isNotDone();
        work.complete(null);
        batch.awaitItem().assertCompleted();
        assertThat(end).succeedsWithin(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void aBatchThatFailsWhileTheServiceEndsIsNeitherDoneNorWaitedFor() {
        // Given
        var batch = subscribe(Uni.createFrom().completionStage(work));
        var end = CompletableFuture.runAsync(() -> batches.end(PATIENCE));
        await().atMost(PATIENCE).until(batches::areEnding);

        // When
        work.completeExceptionally(new IllegalStateException("closed"));

        // Then
        batch.assertNotTerminated();
        assertThat(end).succeedsWithin(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void theEndDoesNotWaitForEver() {
        // Given
        subscribe(Uni.createFrom().completionStage(work));

        // When
        var end = CompletableFuture.runAsync(() -> batches.end(BRIEFLY));

        // Then
        assertThat(end).succeedsWithin(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void noBatchBeginsOnceTheServiceEnds() {
        // Given
        batches.end(BRIEFLY);
        var begun = new AtomicBoolean();

        // When
        var batch = subscribe(Uni.createFrom().voidItem().invoke(() -> begun.set(true)));

        // Then
        batch.assertNotTerminated();
        assertThat(begun).isFalse();
    }

    private UniAssertSubscriber<Void> subscribe(Uni<Void> batch) {
        return batches.run(() -> batch).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
