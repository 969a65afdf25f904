package io.ressenti.platform.problem;

/** Ends a request with a {@link Problem}. Carries no stack trace: it tells the client something, not us. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
