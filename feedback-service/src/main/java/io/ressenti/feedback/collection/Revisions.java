package io.ressenti.feedback.collection;

import jakarta.ws.rs.core.EntityTag;
import org.jboss.resteasy.reactive.RestResponse;

/** Revisions as HTTP knows them: entity tags. */
final class Revisions {

    private Revisions() {}

    /** The tag of what stands: {@code "0"} as first stated, {@code "1"} after one amendment. */
    static EntityTag tag(FeedbackView view) {
        return new EntityTag(Integer.toString(view.revision()));
    }

    /** 200 with the tag of what stands. */
    static RestResponse<FeedbackView> answer(FeedbackView view) {
        return RestResponse.ResponseBuilder.ok(view).tag(tag(view)).build();
    }
}
