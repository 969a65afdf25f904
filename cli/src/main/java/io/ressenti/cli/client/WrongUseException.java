package io.ressenti.cli.client;

/** A command that was given what it cannot work with, before it did anything. */
public final class WrongUseException extends ClientException {

    private static final long serialVersionUID = 1L;

    public WrongUseException(String sentence) {
        super(sentence);
    }

    public WrongUseException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
