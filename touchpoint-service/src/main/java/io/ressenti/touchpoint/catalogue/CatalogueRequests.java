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

/** What the requests of touchpoints, partners and channels have in common. */
final class CatalogueRequests {

    /** Large enough for the touchpoints of any brand on one page. */
    static final int MOST_PER_PAGE = 1000;

    private CatalogueRequests() {}

    static void checkSameCode(String inPath, String inBody) {
        if (inBody != null && !inBody.equals(inPath)) {
            throw new ProblemException(Problem.invalid(
                    "/code", "The code differs from the one in the path. Leave it out, or send the same."));
        }
    }

    static int limit(String wanted) {
        return Parameters.limit(wanted, MOST_PER_PAGE);
    }

    static String after(String cursor) {
        return cursor == null || cursor.isEmpty() ? "" : Cursor.read(cursor, 1).getFirst();
    }

    static <T> Page<T> page(List<T> found, int limit, Function<T, String> code) {
        return Page.of(found, limit, last -> Cursor.of(code.apply(last)));
    }

    /** Ends with 404 where there is nothing. */
    static <T> Uni<T> orNotFound(Uni<T> found, String kind, String code) {
        return found.onItem().ifNull().failWith(() -> notFound(kind, code));
    }

    /** 204 where something was deleted, 404 otherwise. */
    static Uni<Response> deleted(Uni<Boolean> deleted, String kind, String code) {
        return deleted.map(done -> {
            if (!done) {
                throw notFound(kind, code);
            }
            return Response.noContent().build();
        });
    }

    private static ProblemException notFound(String kind, String code) {
        return new ProblemException(
                Problem.notFound("The catalogue holds no " + kind + " with the code \"" + code + "\"."));
    }
}
