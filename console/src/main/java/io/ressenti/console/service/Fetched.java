package io.ressenti.console.service;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;

/** What a service answered. Every state has its own words on the page, so that one service away never blanks a page. */
public sealed interface Fetched<T> {

    /** It answered. */
    record Found<T>(T value) implements Fetched<T> {}

    /** There is no such thing, or it belongs to another brand. */
    record Missing<T>() implements Fetched<T> {}

    /** The lead has no right to see it. */
    record Forbidden<T>() implements Fetched<T> {}

    /** It cannot be done as things stand (409, or a request that the service refused). */
    record Refused<T>() implements Fetched<T> {}

    /** The service cannot be reached, or failed. */
    record Away<T>() implements Fetched<T> {}

    /** The answer, or null where there is none. */
    default T orNull() {
        return this instanceof Found<T>(var value) ? value : null;
    }

    /** Why there is no answer; null where there is one. */
    default Trouble trouble() {
        return switch (this) {
            case Found<T> found -> null;
            case Missing<T> missing -> Trouble.MISSING;
            case Forbidden<T> forbidden -> Trouble.FORBIDDEN;
            case Refused<T> refused -> Trouble.REFUSED;
            case Away<T> away -> Trouble.AWAY;
        };
    }

    /** Why there is no answer, for a page to say. */
    enum Trouble {
        MISSING,
        FORBIDDEN,
        REFUSED,
        AWAY
    }

    /** Turns a call's failure into a state that a page can show; the returned Uni never fails. */
    static <T> Uni<Fetched<T>> of(String service, Uni<T> call) {
        return call.onItem()
                .<Fetched<T>>transform(Found::new)
                .onFailure()
                .recoverWithItem(failure -> ofFailure(service, failure));
    }

    private static <T> Fetched<T> ofFailure(String service, Throwable failure) {
        int status =
                failure instanceof WebApplicationException e ? e.getResponse().getStatus() : 0;
        return switch (status) {
            case 400, 409, 413, 422 -> new Refused<>();
            case 401, 403 -> new Forbidden<>();
            case 404 -> new Missing<>();
            default -> {
                Log.warnf(
                        "event=service.away service=%s status=%d reason=%s",
                        service, status, failure.getClass().getSimpleName());
                yield new Away<>();
            }
        };
    }
}
