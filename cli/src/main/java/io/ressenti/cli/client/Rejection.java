package io.ressenti.cli.client;

/**
 * One item of a batch that was not taken.
 *
 * @param index its position in the batch, from 0
 * @param id    its id
 */
public record Rejection(int index, String id, Problem problem) {

    /** See {@link Problem#unknownTouchpoint()}. */
    public boolean unknownTouchpoint() {
        return problem != null && problem.unknownTouchpoint();
    }

    /** The reason in words. */
    public String reason() {
        return problem == null ? "no reason was given" : problem.words();
    }
}
