package io.ressenti.touchpoint.catalogue;

import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the requests of touchpoints, partners and channels have in common. */
final class CatalogueRequests {

    /** Large enough for the touchpoints of any brand on one page. */
    private static final int MOST_PER_PAGE = 1000;

    private CatalogueRequests() {}

    /**
     * {@code wanted} under the code that the path names.
     *
     * @throws ProblemException 422 where it says another code, or breaks a rule
     */
    static <D extends Definition<D>> D checked(D wanted, String code) {
        if (wanted.code() != null && !wanted.code().equals(code)) {
            throw new ProblemException(Problem.invalid(
                    "/code", "The code differs from the one in the path. Leave it out, or send the same."));
        }
        var breaches = wanted.breaches();
        if (!breaches.isEmpty()) {
            throw new ProblemException(Problem.invalid(breaches));
        }
        return wanted.withCode(code);
    }

    static int limit(String wanted) {
        return Parameters.limit(wanted, MOST_PER_PAGE);
    }

    /**
     * What the list goes on after.
     *
     * @param absent where the list starts
     * @param key    reads what {@link #page} wrote
     * @throws ProblemException 422 where {@code cursor} is none of ours
     */
    static <K> K after(String cursor, K absent, Function<String, K> key) {
        if (cursor == null || cursor.isEmpty()) {
            return absent;
        }
        try {
            var text = Cursor.read(cursor, 1).getFirst();
            // A key that reads otherwise than it was written was made up, of broken UTF-8 for instance.
            if (Cursor.of(text).equals(cursor)) {
                return key.apply(text);
            }
        } catch (IllegalArgumentException e) {
            throw unknownCursor();
        }
        throw unknownCursor();
    }

    /** A code in a cursor. No kind of code allows more than a partner's does. */
    static String code(String text) {
        if (!text.matches(Codes.PARTNER)) {
            throw new IllegalArgumentException("no code");
        }
        return text;
    }

    static <T> Page<T> page(List<T> found, int limit, Function<T, String> key) {
        return Page.of(found, limit, last -> Cursor.of(key.apply(last)));
    }

    /** Ends with 404 where there is nothing. */
    static <T> Uni<T> orNotFound(Uni<T> found, String kind, String code) {
        return found.onItem().ifNull().failWith(notFound(kind, code));
    }

    /** 201 with the definition where it is new, 200 otherwise. */
    static <D> Response saved(Change<D> change) {
        return Response.status(change.isAddition() ? Response.Status.CREATED : Response.Status.OK)
                .entity(change.after())
                .build();
    }

    /** 204 where something was deleted, 404 otherwise. */
    static Response deleted(boolean done, String kind, String code) {
        if (!done) {
            throw notFound(kind, code).get();
        }
        return Response.noContent().build();
    }

    private static Supplier<ProblemException> notFound(String kind, String code) {
        return () -> new ProblemException(
                Problem.notFound("The catalogue holds no " + kind + " with the code \"" + code + "\"."));
    }

    private static ProblemException unknownCursor() {
        return new ProblemException(Problem.invalid(
                "", "The parameter cursor is not one that this list returned. Leave it out to start anew."));
    }
}
