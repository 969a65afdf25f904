package io.ressenti.cli.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InOrderTest {

    private final List<String> answers = new ArrayList<>();

    @Test
    void handsOnAnswersInTheOrderOfTheCallsThoughALaterOneIsFaster() {
        // Given a first call that is answered after the second
        var secondIsDone = new CountDownLatch(1);
        try (var calls = new InOrder<String>(2, answers::add)) {
            calls.begin(() -> {
                secondIsDone.await();
                return "first";
            });
            calls.begin(() -> {
                secondIsDone.countDown();
                return "second";
            });

            // When
            calls.finish();
        }

        // Then
        assertThat(answers).containsExactly("first", "second");
    }

    @Test
    void keepsNoMoreCallsUnderWayThanItMay() {
        // Given
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        try (var calls = new InOrder<String>(3, answers::add)) {

            // When
            for (int i = 0; i < 50; i++) {
                calls.begin(() -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    Thread.yield();
                    underWay.decrementAndGet();
                    return "done";
                });
            }
            calls.finish();
        }

        // Then
        assertThat(answers).hasSize(50);
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void handsOnNothingBehindACallThatFailed() {
        // Given
        try (var calls = new InOrder<String>(3, answers::add)) {
            calls.begin(() -> "first");
            calls.begin(() -> {
                throw new ClientException("The key was refused.");
            });
            calls.begin(() -> "third");

            // When, then
            assertThatThrownBy(calls::finish)
                    .isInstanceOf(ClientException.class)
                    .hasMessage("The key was refused.");
            assertThat(answers).containsExactly("first");
        }
    }
}
