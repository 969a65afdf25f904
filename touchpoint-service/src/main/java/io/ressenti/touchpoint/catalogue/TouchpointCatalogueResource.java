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

/** The touchpoints of the caller's brand. */
@Path("/api/v1/catalogue/touchpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@RolesAllowed({Roles.APPLICATION, Roles.LEAD, Roles.ANALYST, Roles.ADMIN})
class TouchpointCatalogueResource {

    private static final String KIND = "touchpoint";

    private final CatalogueEntries<TouchpointDefinition, TouchpointEntity> touchpoints;
    private final TouchpointEditor editor;
    private final TouchpointRevisions revisions;
    private final Caller caller;

    TouchpointCatalogueResource(
            TouchpointRepository repository, TouchpointEditor editor, TouchpointRevisions revisions, Caller caller) {
        this.touchpoints = new CatalogueEntries<>(KIND, repository, TouchpointEntity::new);
        this.editor = editor;
        this.revisions = revisions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listTouchpoints", summary = "Lists the brand's touchpoints, by code")
    @APIResponse(responseCode = "200", description = "A page of them.")
    public Uni<Page<TouchpointDefinition>> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(schema = @Schema(maximum = "1000")) String wanted) {
        return touchpoints.list(caller.brand(), cursor, wanted);
    }

    @GET
    @Path("{code}")
    @Operation(
            operationId = "getTouchpoint",
            summary = "Shows a touchpoint",
            description = "With every version of its promises: past, current, to come.")
    @APIResponse(responseCode = "200", description = "The touchpoint.")
    @APIResponse(responseCode = "404", description = "The catalogue holds no such touchpoint.")
    public Uni<TouchpointDefinition> get(
            @PathParam("code") @Pattern(regexp = Codes.TOUCHPOINT, message = Codes.TOUCHPOINT_RULE) String code) {
        return touchpoints.get(key(code));
    }

    @GET
    @Path("{code}/revisions")
    @Operation(
            operationId = "listTouchpointRevisions",
            summary = "Lists the changes of a touchpoint, the newest first",
            description =
                    "Who made it, when, and the whole touchpoint after it; those of a removed touchpoint as well.")
    @APIResponse(responseCode = "200", description = "A page of them.")
    @APIResponse(responseCode = "404", description = "There never was such a touchpoint.")
    public Uni<Page<RevisionView>> revisions(
            @PathParam("code") @Pattern(regexp = Codes.TOUCHPOINT, message = Codes.TOUCHPOINT_RULE) String code,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(schema = @Schema(maximum = "1000")) String wanted) {
        return revisions.list(key(code), cursor, wanted);
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "putTouchpoint",
            summary = "Adds or changes a touchpoint",
            description =
                    "A promise without since and until holds from now on and ends the one in force; what was promised"
                            + " before stays as it was.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "order-delivered", externalValue = "touchpoint.json")))
    @APIResponseSchema(value = TouchpointDefinition.class, responseCode = "201", responseDescription = "It is new.")
    @APIResponse(responseCode = "200", description = "It was there, and is now like this.")
    public Uni<Response> put(
            @PathParam("code") @Pattern(regexp = Codes.TOUCHPOINT, message = Codes.TOUCHPOINT_RULE) String code,
            @NotNull(message = "The body is missing.") @Valid TouchpointDefinition request) {
        var wanted = CatalogueRequests.checked(request, code);
        return editor.put(caller.brand(), caller.name(), wanted).map(CatalogueRequests::saved);
    }

    @DELETE
    @Path("{code}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "deleteTouchpoint",
            summary = "Removes a touchpoint",
            description = "What happened at it stays; new events are refused.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "The catalogue holds no such touchpoint.")
    public Uni<Response> delete(
            @PathParam("code") @Pattern(regexp = Codes.TOUCHPOINT, message = Codes.TOUCHPOINT_RULE) String code) {
        return editor.remove(key(code), caller.name()).map(done -> CatalogueRequests.deleted(done, KIND, code));
    }

    private CatalogueKey key(String code) {
        return new CatalogueKey(caller.brand(), code);
    }
}
