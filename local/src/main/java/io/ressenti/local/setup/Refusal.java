package io.ressenti.local.setup;

/** A reason, in a sentence for the person at the terminal, why a command cannot do what it was asked for. */
public final class Refusal extends RuntimeException {

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
