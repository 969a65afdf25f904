package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.ressenti.platform.http.Page;
import io.ressenti.platform.problem.Failures;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The channels of the caller's brand. */
@Path("/api/v1/catalogue/channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@RolesAllowed({Roles.APPLICATION, Roles.LEAD, Roles.ANALYST, Roles.ADMIN})
class ChannelResource {

    private static final String KIND = "channel";

    private final ChannelRepository channels;
    private final Caller caller;

    ChannelResource(ChannelRepository channels, Caller caller) {
        this.channels = channels;
        this.caller = caller;
    }

    @GET
    @WithSession
    @Operation(operationId = "listChannels", summary = "Lists the brand's channels, by code")
    @APIResponse(responseCode = "200", description = "A page of them.")
    public Uni<Page<ChannelView>> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(schema = @Schema(maximum = "1000")) String wanted) {
        var limit = CatalogueRequests.limit(wanted);
        return channels.after(caller.brand(), CatalogueRequests.after(cursor), limit + 1)
                .map(found -> found.stream().map(ChannelView::of).toList())
                .map(found -> CatalogueRequests.page(found, limit, ChannelView::code));
    }

    @GET
    @Path("{code}")
    @WithSession
    @Operation(operationId = "getChannel", summary = "Shows a channel")
    @APIResponse(responseCode = "200", description = "The channel.")
    @APIResponse(responseCode = "404", description = "The catalogue holds no such channel.")
    public Uni<ChannelView> get(
            @PathParam("code") @Pattern(regexp = Codes.CHANNEL, message = Codes.CHANNEL_RULE) String code) {
        var found = channels.findById(key(code)).map(channel -> channel == null ? null : ChannelView.of(channel));
        return CatalogueRequests.orNotFound(found, KIND, code);
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "putChannel", summary = "Adds or changes a channel")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "COURIER", externalValue = "channel.json")))
    @APIResponseSchema(value = ChannelView.class, responseCode = "201", responseDescription = "It is new.")
    @APIResponse(responseCode = "200", description = "It was there, and is now like this.")
    public Uni<Response> put(
            @PathParam("code") @Pattern(regexp = Codes.CHANNEL, message = Codes.CHANNEL_RULE) String code,
            @NotNull(message = "The body is missing.") @Valid PutChannelRequest request) {
        CatalogueRequests.checkSameCode(code, request.code());
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> save(key(code), request)))
                // Somebody else added the same code at once: the second time it is found, and changed.
                .onFailure(Failures::isUniqueViolation)
                .retry()
                .atMost(1)
                .map(Saved::answer);
    }

    @DELETE
    @Path("{code}")
    @RolesAllowed(Roles.ADMIN)
    @WithTransaction
    @Operation(operationId = "deleteChannel", summary = "Removes a channel")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "The catalogue holds no such channel.")
    public Uni<Response> delete(
            @PathParam("code") @Pattern(regexp = Codes.CHANNEL, message = Codes.CHANNEL_RULE) String code) {
        return CatalogueRequests.deleted(channels.deleteById(key(code)), KIND, code);
    }

    private Uni<Saved<ChannelView>> save(CatalogueKey key, PutChannelRequest request) {
        return channels.findById(key).chain(found -> found == null ? add(key, request) : change(found, request));
    }

    private Uni<Saved<ChannelView>> add(CatalogueKey key, PutChannelRequest request) {
        var channel = new ChannelEntity();
        channel.key = key;
        assign(channel, request);
        return channels.persist(channel).replaceWith(() -> new Saved<>(ChannelView.of(channel), true));
    }

    private static Uni<Saved<ChannelView>> change(ChannelEntity channel, PutChannelRequest request) {
        assign(channel, request);
        return Uni.createFrom().item(new Saved<>(ChannelView.of(channel), false));
    }

    private static void assign(ChannelEntity channel, PutChannelRequest request) {
        channel.names = request.names();
        channel.online = request.online();
    }

    private CatalogueKey key(String code) {
        return new CatalogueKey(caller.brand(), code);
    }
}
