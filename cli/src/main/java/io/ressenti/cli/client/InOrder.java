package io.ressenti.cli.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Calls that are under way together, a limited number of them, and whose answers are handed on one by one in the order in which
 * the calls were begun. It is used by one thread; each call runs on a virtual one of its own.
 */
public final class InOrder<T> implements AutoCloseable {

    private final int most;
    private final Consumer<T> answers;
    private final Deque<Future<T>> underWay = new ArrayDeque<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param most    how many calls may be under way
     * @param answers gets each answer, on the thread that begins the calls
     */
    public InOrder(int most, Consumer<T> answers) {
        this.most = most;
        this.answers = answers;
    }

    /**
     * Begins a call. Where there are enough under way, it waits for the oldest of them first.
     *
     * @throws ClientException where that one failed with it
     */
    public void begin(Callable<T> call) {
        if (underWay.size() == most) {
            handOn();
        }
        underWay.add(executor.submit(call));
    }

    /**
     * Waits for all that are under way.
     *
     * @throws ClientException where one of them failed with it
     */
    public void finish() {
        while (!underWay.isEmpty()) {
            handOn();
        }
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void handOn() {
        try {
            answers.accept(underWay.removeFirst().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClientException refused) {
                throw refused;
            }
            throw new IllegalStateException("a call failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted; run it again: what was taken already counts once.", e);
        }
    }
}
