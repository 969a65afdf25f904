package io.ressenti.scoring.scores;

/** A query is about more sums than anybody can want to see at once. */
final class TooManySumsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManySumsException() {
        super("more sums than are allowed");
    }
}
