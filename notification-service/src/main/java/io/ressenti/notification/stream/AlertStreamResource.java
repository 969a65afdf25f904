package io.ressenti.notification.stream;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;

/** The caller's brand's alert changes, as they happen. */
@Path("/api/v1/alerts/stream")
@Tag(name = "Alerts")
@RolesAllowed(Roles.LEAD)
class AlertStreamResource {

    private static final int RECONNECT_MILLIS = 1000;

    private final BrandFeeds feeds;
    private final Caller caller;

    AlertStreamResource(BrandFeeds feeds, Caller caller) {
        this.feeds = feeds;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            operationId = "streamAlerts",
            summary = "Alert changes as server-sent events",
            description = "Resumes after the number in Last-Event-ID, and starts now without it.")
    @APIResponse(
            responseCode = "200",
            description =
                    "One event named alert per change: its number as id, the change as data. Comments keep it alive.",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "Last-Event-ID is not an id that this stream gave.")
    public Multi<OutboundSseEvent> stream(
            @RestHeader("Last-Event-ID") @Parameter(description = "The last number that was seen.", example = "42")
                    String lastEventId,
            @Context Sse sse) {
        return feeds.changes(caller.brand(), number(lastEventId))
                .onItem()
                .transformToMultiAndConcatenate(page -> events(sse, page));
    }

    private static Multi<OutboundSseEvent> events(Sse sse, List<StreamedChange> page) {
        return page.isEmpty()
                ? Multi.createFrom().item(signOfLife(sse))
                : Multi.createFrom().iterable(page).map(change -> event(sse, change));
    }

    private static OutboundSseEvent signOfLife(Sse sse) {
        return sse.newEventBuilder()
                .comment("keep-alive")
                .reconnectDelay(RECONNECT_MILLIS)
                .build();
    }

    private static OutboundSseEvent event(Sse sse, StreamedChange change) {
        return sse.newEventBuilder()
                .id(Long.toString(change.seq()))
                .name("alert")
                .data(change.data())
                .build();
    }

    private static OptionalLong number(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            var number = Long.parseLong(lastEventId.strip());
            if (number >= 0) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException e) {
            // answered below, as is a negative number
        }
        throw new ProblemException(Problem.malformed(
                "The header Last-Event-ID is not an id that this stream gave. Leave it out to start from now."));
    }
}
