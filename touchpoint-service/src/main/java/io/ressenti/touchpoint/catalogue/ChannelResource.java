package io.ressenti.touchpoint.catalogue;

import io.ressenti.platform.http.Page;
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

    private final CatalogueEntries<ChannelDefinition, ChannelEntity> channels;
    private final Caller caller;

    ChannelResource(ChannelRepository repository, Caller caller) {
        this.channels = new CatalogueEntries<>("channel", repository, ChannelEntity::new);
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listChannels", summary = "Lists the brand's channels, by code")
    @APIResponse(responseCode = "200", description = "A page of them.")
    public Uni<Page<ChannelDefinition>> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(schema = @Schema(maximum = "1000")) String wanted) {
        return channels.list(caller.brand(), cursor, wanted);
    }

    @GET
    @Path("{code}")
    @Operation(operationId = "getChannel", summary = "Shows a channel")
    @APIResponse(responseCode = "200", description = "The channel.")
    @APIResponse(responseCode = "404", description = "The catalogue holds no such channel.")
    public Uni<ChannelDefinition> get(
            @PathParam("code") @Pattern(regexp = Codes.CHANNEL, message = Codes.CHANNEL_RULE) String code) {
        return channels.get(key(code));
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
    @APIResponseSchema(value = ChannelDefinition.class, responseCode = "201", responseDescription = "It is new.")
    @APIResponse(responseCode = "200", description = "It was there, and is now like this.")
    public Uni<Response> put(
            @PathParam("code") @Pattern(regexp = Codes.CHANNEL, message = Codes.CHANNEL_RULE) String code,
            @NotNull(message = "The body is missing.") @Valid ChannelDefinition request) {
        return channels.put(key(code), request);
    }

    @DELETE
    @Path("{code}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "deleteChannel", summary = "Removes a channel")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "The catalogue holds no such channel.")
    public Uni<Response> delete(
            @PathParam("code") @Pattern(regexp = Codes.CHANNEL, message = Codes.CHANNEL_RULE) String code) {
        return channels.delete(key(code));
    }

    private CatalogueKey key(String code) {
        return new CatalogueKey(caller.brand(), code);
    }
}
