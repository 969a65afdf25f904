package io.ressenti.scoring.scores;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.scoring.scores.ScoreRepository.Group;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads all sums that a query is about, or refuses where they are more than anybody can want to see at once, or wait for. */
@ApplicationScoped
class SumsReader {

    private static final int MAX_ROWS = 100_000;

    /** A row of the answer is the sum of a few: of what was said and what was observed, for instance; and may be left without any. */
    private static final int MAX_SUMS = 4 * MAX_ROWS;

    private final ScoreRepository repository;

    SumsReader(ScoreRepository repository) {
        this.repository = repository;
    }

    /** The groups that hold anything, ordered by dimensions and time; fails with a problem where they are too many, or not read in time. */
    Uni<List<Group>> sums(String brand, ScoreQuery query) {
        return totals(brand, query).map(SumsReader::groups);
    }

    /**
     * The same for a caller who waits on a thread of its own: very many groups are put together there, and not on the event loop.
     *
     * @throws ProblemException where they are too many, or cannot be read in time
     */
    List<Group> awaitSums(String brand, ScoreQuery query) {
        // The database keeps to a time limit, and so does the wait for a connection.
        return groups(totals(brand, query).await().indefinitely());
    }

    private Uni<Totals> totals(String brand, ScoreQuery query) {
        return repository
                .totals(brand, query, MAX_SUMS)
                .onFailure(TooManySumsException.class)
                .transform(failure -> tooMany())
                .onFailure(TooSlowException.class)
                .transform(failure -> tooSlow());
    }

    private static List<Group> groups(Totals totals) {
        var groups = totals.groups();
        if (groups.size() > MAX_ROWS) {
            throw tooMany();
        }
        return groups;
    }

    private static ProblemException tooSlow() {
        return new ProblemException(Problem.of(
                422,
                "too-much-to-read",
                "The answer would take too long",
                "Its sums are not read in time. Ask for a shorter window, a longer bucket (hours and windows that do not begin at"
                        + " midnight take longest), or at most two dimensions."));
    }

    private static ProblemException tooMany() {
        return new ProblemException(Problem.of(
                422,
                "too-many-rows",
                "The answer would be too long",
                "More than " + MAX_ROWS + " rows. Ask for a shorter window, a longer bucket or fewer dimensions."));
    }
}
