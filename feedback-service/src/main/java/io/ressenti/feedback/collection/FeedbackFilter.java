package io.ressenti.feedback.collection;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of the list, as they were sent; each may be null. */
class FeedbackFilter {

    @QueryParam("touchpoint")
    @Parameter(description = "Only about this touchpoint.", example = "order-delivered")
    String touchpoint;

    @QueryParam("customer")
    @Parameter(description = "Only from this customer.", example = "c-42")
    String customer;

    @QueryParam("journeyId")
    @Parameter(description = "Only from this journey.", example = "o-17")
    String journeyId;

    @QueryParam("partner")
    @Parameter(description = "Only about what this partner ran.", example = "seller-9")
    String partner;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    String limit;
}
