package io.ressenti.scoring.upkeep;

/** A run that had to give up; the message says why, and what to do. */
class UpkeepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UpkeepFailedException(String message) {
        super(message);
    }
}
