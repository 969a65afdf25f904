package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole catalogue of the caller's brand as one document, in YAML or JSON. */
@Path("/api/v1/catalogue")
@Tag(name = "Catalogue")
@Produces({MediaType.APPLICATION_JSON, Yaml.MEDIA_TYPE})
@RolesAllowed({Roles.APPLICATION, Roles.LEAD, Roles.ANALYST, Roles.ADMIN})
class CatalogueResource {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

    private static final String DRY_RUN = "dryRun";

    private final CatalogueDocuments documents;
    private final Caller caller;

    CatalogueResource(CatalogueDocuments documents, Caller caller) {
        this.documents = documents;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "exportCatalogue",
            summary = "Shows the whole catalogue",
            description =
                    "As YAML where the header Accept asks for application/yaml. What is shown can be put back, here or"
                            + " to another brand, and changes nothing where it already holds.")
    @APIResponse(responseCode = "200", description = "The catalogue, as far as somebody has described it.")
    public Uni<CatalogueDocument> show() {
        return documents.show(caller.brand());
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Consumes({MediaType.APPLICATION_JSON, Yaml.MEDIA_TYPE})
    @Operation(
            operationId = "importCatalogue",
            summary = "Makes the catalogue be as the document, and tells what that changes",
            description =
                    "All or nothing. A section that is left out stays as it is; a channel or touchpoint that is not in"
                            + " its section is removed; partners are added and changed, never removed. 400 and 422 list every place"
                            + " that is wrong, with its line.")
    @Parameter(
            name = DRY_RUN,
            in = ParameterIn.QUERY,
            description = "true: only tells what would change",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CatalogueDocument.class),
                        examples = @ExampleObject(name = "shop", externalValue = "catalogue.json")),
                @Content(
                        mediaType = Yaml.MEDIA_TYPE,
                        schema = @Schema(implementation = CatalogueDocument.class),
                        examples = @ExampleObject(name = "shop", externalValue = "catalogue.json"))
            })
    @APIResponse(responseCode = "200", description = "What has changed, or would change.")
    public Uni<CatalogueDiff> put(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType contentType,
            @Context UriInfo request,
            byte[] body) {
        // Whoever misspells it must not change the catalogue in earnest.
        Parameters.refuseUnknown(request, DRY_RUN);
        var onlyCompare = Parameters.flag(request, DRY_RUN);
        var format = MediaType.APPLICATION_JSON_TYPE.isCompatible(contentType) ? JSON : Yaml.FACTORY;
        var brand = caller.brand();
        var by = caller.name();
        return documents
                .read(body, format)
                .chain(document ->
                        onlyCompare ? documents.compare(brand, by, document) : documents.put(brand, by, document));
    }
}
