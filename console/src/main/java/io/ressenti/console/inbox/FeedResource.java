package io.ressenti.console.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.ressenti.console.page.Page;
import io.ressenti.console.page.Visitor;
import io.ressenti.console.service.AlertTold;
import io.ressenti.console.service.Catalogue;
import io.ressenti.console.service.Names;
import io.ressenti.console.session.Roles;
import io.ressenti.console.story.AlertCard;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import org.jboss.resteasy.reactive.ResponseHeader;

/**
 * The live end of the inbox: each alert of notification-service's stream as a card in the reader's language. When the stream is
 * lost the answer ends, and the browser comes back by itself with the id of the last alert that it saw.
 */
@Path("/alerts/feed")
@RolesAllowed({Roles.LEAD, Roles.ADMIN})
class FeedResource {

    private static final long RECONNECT_MILLIS = 2_000;

    private final Visitor visitor;
    private final AlertStream stream;
    private final Catalogue catalogue;
    private final ObjectMapper json;

    FeedResource(Visitor visitor, AlertStream stream, Catalogue catalogue, ObjectMapper json) {
        this.visitor = visitor;
        this.stream = stream;
        this.catalogue = catalogue;
        this.json = json;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> feed(@HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        var page = visitor.page();
        return stream.open(page.lead().bearer(), lastEventId)
                .onItem()
                .transformToMulti(frames -> cards(page, frames, sse))
                .onFailure()
                .invoke(lost ->
                        Log.warnf("event=feed.lost reason=%s", lost.getClass().getSimpleName()))
                .onFailure()
                .recoverWithCompletion();
    }

    private Multi<OutboundSseEvent> cards(Page page, Multi<SseParser.Frame> frames, Sse sse) {
        var live = sse.newEventBuilder()
                .name("live")
                .data("")
                .reconnectDelay(RECONNECT_MILLIS)
                .build();
        var events = frames.onItem().transformToUniAndConcatenate(frame -> event(page, frame, sse));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(live), events);
    }

    private Uni<OutboundSseEvent> event(Page page, SseParser.Frame frame, Sse sse) {
        if (frame.comment()) {
            return Uni.createFrom()
                    .item(sse.newEventBuilder().comment("keep-alive").build());
        }
        var lead = page.lead();
        return catalogue.names(lead.brand(), lead.bearer()).map(names -> sse.newEventBuilder()
                .id(frame.id())
                .name("alert")
                .data(card(page, frame, names))
                .build());
    }

    private String card(Page page, SseParser.Frame frame, Names names) {
        try {
            var told = json.readValue(frame.data(), AlertTold.class);
            var card = AlertCard.of(told.alert(), names, page.locale(), Instant.now());
            return Templates.card(card, null).setLocale(page.locale()).render();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the alert stream holds what is no alert", e);
        }
    }
}
