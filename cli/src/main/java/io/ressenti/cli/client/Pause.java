package io.ressenti.cli.client;

import java.time.Duration;

/** A wait between two attempts. */
public final class Pause {

    private Pause() {}

    /**
     * Waits; not at all where {@code wait} is not positive.
     *
     * @throws ClientException where the thread is interrupted meanwhile
     */
    public static void of(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }
}
