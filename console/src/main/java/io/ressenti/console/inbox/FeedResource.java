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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseHeader;

/**
 * The live end of the inbox: each alert of notification-service's stream as a card in the reader's language. When the stream is
 * lost the answer ends, and the browser comes back by itself with the id of the last alert that it saw.
 */
@Path("/alerts/feed")
@RolesAllowed({Roles.LEAD, Roles.ADMIN})
class FeedResource {

    private static final long RECONNECT_MILLIS = 2_000;
    private static final String ALERT = "alert";

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

    /**
     * The cards of what happens from now on.
     *
     * @param lastEventId the last event seen, as a browser sends it when it comes back by itself: the feed goes on after it
     * @param after       the same, from a page that opens the feed anew after an error; the header is the newer one of both
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> feed(
            @HeaderParam("Last-Event-ID") String lastEventId, @QueryParam("after") String after, @Context Sse sse) {
        var page = visitor.page();
        return stream.open(page.lead().bearer(), lastEventId == null ? after : lastEventId)
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
        return catalogue
                .names(lead.brand(), lead.bearer())
                .map(names -> card(page, frame, names))
                .map(card -> event(frame.id(), card, sse));
    }

    /** An event without a card still carries its id: who comes back goes on after it, rather than meeting it again for ever. */
    private static OutboundSseEvent event(String id, Optional<String> card, Sse sse) {
        var event =
                sse.newEventBuilder().name(card.isPresent() ? ALERT : "passed").data(card.orElse(""));
        return id == null ? event.build() : event.id(id).build();
    }

    private Optional<String> card(Page page, SseParser.Frame frame, Names names) {
        if (!ALERT.equals(frame.event())) {
            return Optional.empty();
        }
        try {
            var told = json.readValue(frame.data(), AlertTold.class);
            var card = AlertCard.of(told.alert(), names, page.locale(), Instant.now());
            return Optional.of(
                    Templates.card(card, null).setLocale(page.locale()).render());
        } catch (JsonProcessingException | RuntimeException e) {
            // Whatever is wrong with one event, the alerts after it must reach the lead.
            Log.errorf(
                    "event=alert.unreadable brand=%s id=%s reason=%s",
                    page.lead().brand(), frame.id(), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
