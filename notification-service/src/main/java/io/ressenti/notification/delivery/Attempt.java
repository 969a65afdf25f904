package io.ressenti.notification.delivery;

/** How an attempt to deliver ended. */
public sealed interface Attempt {

    /** The receiver has it. */
    record Succeeded() implements Attempt {}

    /**
     * The receiver may not have it.
     *
     * @param reason in words, for the brand's admin
     * @param last   whether it is pointless to try again
     */
    record Failed(String reason, boolean last) implements Attempt {}
}
