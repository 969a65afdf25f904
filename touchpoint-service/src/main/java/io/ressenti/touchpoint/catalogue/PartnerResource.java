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

/** The partners of the caller's brand: those that run some of its touchpoints. */
@Path("/api/v1/catalogue/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@RolesAllowed({Roles.APPLICATION, Roles.LEAD, Roles.ANALYST, Roles.ADMIN})
class PartnerResource {

    private static final String KIND = "partner";

    private final PartnerRepository partners;
    private final Caller caller;

    PartnerResource(PartnerRepository partners, Caller caller) {
        this.partners = partners;
        this.caller = caller;
    }

    @GET
    @WithSession
    @Operation(operationId = "listPartners", summary = "Lists the brand's partners, by code")
    @APIResponse(responseCode = "200", description = "A page of them.")
    public Uni<Page<PartnerView>> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(schema = @Schema(maximum = "1000")) String wanted) {
        var limit = CatalogueRequests.limit(wanted);
        return partners.after(caller.brand(), CatalogueRequests.after(cursor), limit + 1)
                .map(found -> found.stream().map(PartnerView::of).toList())
                .map(found -> CatalogueRequests.page(found, limit, PartnerView::code));
    }

    @GET
    @Path("{code}")
    @WithSession
    @Operation(operationId = "getPartner", summary = "Shows a partner")
    @APIResponse(responseCode = "200", description = "The partner.")
    @APIResponse(responseCode = "404", description = "The catalogue holds no such partner.")
    public Uni<PartnerView> get(
            @PathParam("code") @Pattern(regexp = Codes.PARTNER, message = Codes.PARTNER_RULE) String code) {
        var found = partners.findById(key(code)).map(partner -> partner == null ? null : PartnerView.of(partner));
        return CatalogueRequests.orNotFound(found, KIND, code);
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
    @APIResponseSchema(value = PartnerView.class, responseCode = "201", responseDescription = "It is new.")
    @APIResponse(responseCode = "200", description = "It was there, and is now like this.")
    public Uni<Response> put(
            @PathParam("code") @Pattern(regexp = Codes.PARTNER, message = Codes.PARTNER_RULE) String code,
            @NotNull(message = "The body is missing.") @Valid PutPartnerRequest request) {
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
    @Operation(operationId = "deletePartner", summary = "Removes a partner")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "The catalogue holds no such partner.")
    public Uni<Response> delete(
            @PathParam("code") @Pattern(regexp = Codes.PARTNER, message = Codes.PARTNER_RULE) String code) {
        return CatalogueRequests.deleted(partners.deleteById(key(code)), KIND, code);
    }

    private Uni<Saved<PartnerView>> save(CatalogueKey key, PutPartnerRequest request) {
        return partners.findById(key).chain(found -> found == null ? add(key, request) : change(found, request));
    }

    private Uni<Saved<PartnerView>> add(CatalogueKey key, PutPartnerRequest request) {
        var partner = new PartnerEntity();
        partner.key = key;
        assign(partner, request);
        return partners.persist(partner).replaceWith(() -> new Saved<>(PartnerView.of(partner), true));
    }

    private static Uni<Saved<PartnerView>> change(PartnerEntity partner, PutPartnerRequest request) {
        assign(partner, request);
        return Uni.createFrom().item(new Saved<>(PartnerView.of(partner), false));
    }

    private static void assign(PartnerEntity partner, PutPartnerRequest request) {
        partner.name = request.name();
        partner.contact = request.contact();
    }

    private CatalogueKey key(String code) {
        return new CatalogueKey(caller.brand(), code);
    }
}
