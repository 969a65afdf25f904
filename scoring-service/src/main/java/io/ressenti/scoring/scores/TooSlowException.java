package io.ressenti.scoring.scores;

/** The database takes longer to read sums than it may. */
final class TooSlowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooSlowException(Throwable cause) {
        super("the sums are not read in time", cause);
    }
}
