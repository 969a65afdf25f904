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

/** The partners of the caller's brand: those that run some of its touchpoints. */
@Path("/api/v1/catalogue/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@RolesAllowed({Roles.APPLICATION, Roles.LEAD, Roles.ANALYST, Roles.ADMIN})
class PartnerResource {

    private final CatalogueEntries<PartnerDefinition, PartnerEntity> partners;
    private final Caller caller;

    PartnerResource(PartnerRepository repository, Caller caller) {
        this.partners = new CatalogueEntries<>("partner", repository, PartnerEntity::new);
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listPartners", summary = "Lists the brand's partners, by code")
    @APIResponse(responseCode = "200", description = "A page of them.")
    public Uni<Page<PartnerDefinition>> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(schema = @Schema(maximum = "1000")) String wanted) {
        return partners.list(caller.brand(), cursor, wanted);
    }

    @GET
    @Path("{code}")
    @Operation(operationId = "getPartner", summary = "Shows a partner")
    @APIResponse(responseCode = "200", description = "The partner.")
    @APIResponse(responseCode = "404", description = "The catalogue holds no such partner.")
    public Uni<PartnerDefinition> get(
            @PathParam("code") @Pattern(regexp = Codes.PARTNER, message = Codes.PARTNER_RULE) String code) {
        return partners.get(key(code));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "putPartner", summary = "Adds or changes a partner")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "seller-9", externalValue = "partner.json")))
    @APIResponseSchema(value = PartnerDefinition.class, responseCode = "201", responseDescription = "It is new.")
    @APIResponse(responseCode = "200", description = "It was there, and is now like this.")
    public Uni<Response> put(
            @PathParam("code") @Pattern(regexp = Codes.PARTNER, message = Codes.PARTNER_RULE) String code,
            @NotNull(message = "The body is missing.") @Valid PartnerDefinition request) {
        return partners.put(key(code), request);
    }

    @DELETE
    @Path("{code}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "deletePartner", summary = "Removes a partner")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "The catalogue holds no such partner.")
    public Uni<Response> delete(
            @PathParam("code") @Pattern(regexp = Codes.PARTNER, message = Codes.PARTNER_RULE) String code) {
        return partners.delete(key(code));
    }

    private CatalogueKey key(String code) {
        return new CatalogueKey(caller.brand(), code);
    }
}
