package io.ressenti.cli.imports.mapping;

/** A value of a row that is not what its column should hold; the message says what is wrong with it. */
final class UnreadableValueException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableValueException(String message) {
        super(message);
    }

    UnreadableValueException(String message, Throwable cause) {
        super(message, cause);
    }
}
