package io.ressenti.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes every service's OpenAPI document with what holds for all of them, so that a resource's annotations only say what is
 * its own: the answers to wrong requests, parameters such as {@code cursor}, which fields of an answer are always there, and
 * examples that stand in files. Runs when a service is built; nothing of it is left at run time.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiConventions implements OASFilter {

    private final ExampleFiles examples = new ExampleFiles();

    @Override
    public Parameter filterParameter(Parameter parameter) {
        CommonParameters.describe(parameter);
        return parameter;
    }

    @Override
    public RequestBody filterRequestBody(RequestBody body) {
        body.setContent(jsonFirst(body.getContent()));
        examples.inline(body.getContent());
        return body;
    }

    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        examples.inline(response.getContent());
        return response;
    }

    @Override
    public Schema filterSchema(Schema schema) {
        Schemas.inlineTime(schema);
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var words = Words.read();
        Schemas.complete(document, words);
        Operations.complete(document, words);
        ProblemAnswers.addTo(document);
    }

    /** Generated clients send the first. */
    private static Content jsonFirst(Content content) {
        var json = content.getMediaType(MediaType.APPLICATION_JSON);
        if (json == null) {
            return content;
        }
        var sorted = OASFactory.createContent().addMediaType(MediaType.APPLICATION_JSON, json);
        content.getMediaTypes().forEach(sorted::addMediaType);
        return sorted;
    }
}
