package io.ressenti.touchpoint.catalogue;

import io.ressenti.platform.http.Page;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Catalogues that a new brand can start from. */
@Path("/api/v1/catalogue/templates")
@Tag(name = "Catalogue")
@RolesAllowed({Roles.APPLICATION, Roles.LEAD, Roles.ANALYST, Roles.ADMIN})
class TemplateResource {

    private final CatalogueTemplates templates;
    private final CatalogueDocuments documents;
    private final Caller caller;

    TemplateResource(CatalogueTemplates templates, CatalogueDocuments documents, Caller caller) {
        this.templates = templates;
        this.documents = documents;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listTemplates", summary = "Lists the templates")
    @APIResponse(responseCode = "200", description = "All of them.")
    public Page<CatalogueTemplate> list() {
        return new Page<>(templates.all(), null);
    }

    @GET
    @Path("{name}")
    @Produces(Yaml.MEDIA_TYPE)
    @Operation(
            operationId = "getTemplate",
            summary = "Shows a template's document",
            description = "Edit it, and PUT it to /api/v1/catalogue.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = @Content(mediaType = Yaml.MEDIA_TYPE, schema = @Schema(implementation = CatalogueDocument.class)))
    @APIResponse(responseCode = "404", description = "There is no such template.")
    public byte[] show(@PathParam("name") String name) {
        return templates.document(name);
    }

    @POST
    @Path("{name}/apply")
    @RolesAllowed(Roles.ADMIN)
    @Produces({MediaType.APPLICATION_JSON, Yaml.MEDIA_TYPE})
    @Operation(operationId = "applyTemplate", summary = "Starts the brand's catalogue from a template")
    @APIResponse(responseCode = "200", description = "What has been added.")
    @APIResponse(responseCode = "404", description = "There is no such template.")
    @APIResponse(responseCode = "409", description = "The brand has touchpoints or channels already.")
    public Uni<CatalogueDiff> apply(@PathParam("name") String name) {
        var brand = caller.brand();
        var by = caller.name();
        return documents
                .read(templates.document(name), Yaml.FACTORY)
                .chain(document -> documents.start(brand, by, document));
    }
}
