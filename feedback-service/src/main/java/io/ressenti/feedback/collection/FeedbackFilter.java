package io.ressenti.feedback.collection;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of the list, as they were sent; each may be null. */
class FeedbackFilter {

    @QueryParam("touchpoint")
    String touchpoint;

    @QueryParam("customer")
    String customer;

    @QueryParam("journeyId")
    String journeyId;

    @QueryParam("partner")
    String partner;

    @QueryParam("from")
    @Parameter(description = "The earliest occurredAt, RFC 3339")
    String from;

    @QueryParam("to")
    @Parameter(description = "Before this occurredAt, RFC 3339")
    String to;

    @QueryParam("cursor")
    @Parameter(description = "The next of the page before; keep the other parameters as they were")
    String cursor;

    @QueryParam("limit")
    @Parameter(description = "1 to 200; 200 where left out")
    String limit;
}
