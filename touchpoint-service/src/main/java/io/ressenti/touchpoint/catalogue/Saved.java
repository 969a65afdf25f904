package io.ressenti.touchpoint.catalogue;

import jakarta.ws.rs.core.Response;

/**
 * What a PUT has left behind.
 *
 * @param view    the thing as it is now
 * @param created whether it was not there before
 */
record Saved<T>(T view, boolean created) {

    /** 201 with the thing where it is new, 200 otherwise. */
    Response answer() {
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(view)
                .build();
    }
}
