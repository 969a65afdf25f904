package io.ressenti.notification.http;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;

/** How many items a page holds. */
public final class PageLimit {

    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    private PageLimit() {}

    /**
     * The limit asked for, or 50.
     *
     * @throws ProblemException 400 where it is not within 1 to 200
     */
    public static int of(Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1 || asked > MAX) {
            throw new ProblemException(
                    Problem.malformed("The query parameter limit is " + asked + "; it must be from 1 to " + MAX + "."));
        }
        return asked;
    }
}
