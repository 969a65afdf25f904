package io.ressenti.touchpoint.ingestion;

import io.ressenti.platform.http.Parameters;
import jakarta.ws.rs.core.UriInfo;

/** The one parameter of ingestion: with {@code dryRun=true} events are judged, and not taken in. */
final class DryRun {

    static final String NAME = "dryRun";

    private DryRun() {}

    /** Whether it is wanted. Refuses every other parameter: whoever misspells this one must not send events in earnest. */
    static boolean isWanted(UriInfo uri) {
        if (uri.getRequestUri().getRawQuery() == null) {
            return false;
        }
        Parameters.refuseUnknown(uri, NAME);
        return Parameters.flag(uri, NAME);
    }
}
