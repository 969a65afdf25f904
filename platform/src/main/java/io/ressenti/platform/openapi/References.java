package io.ressenti.platform.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which schemas of a document something refers to, directly or through another. */
final class References {

    private final Map<String, Schema> schemas;
    private final Set<String> names = new HashSet<>();

    private References(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The schemas that clients send. */
    static Set<String> fromRequests(OpenAPI document) {
        var references = new References(document.getComponents().getSchemas());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(references::follow);
        return references.names;
    }

    private void follow(Schema schema) {
        if (schema == null) {
            return;
        }
        var name = Schemas.nameOf(schema.getRef());
        if (name != null && names.add(name)) {
            follow(schemas.get(name));
        }
        parts(schema).forEach(this::follow);
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        values(schema.getProperties()),
                        one(schema.getItems()),
                        one(schema.getAdditionalPropertiesSchema()),
                        some(schema.getAllOf()),
                        some(schema.getAnyOf()),
                        some(schema.getOneOf()))
                .flatMap(Collection::stream);
    }

    private static Collection<Schema> values(Map<String, Schema> schemas) {
        return schemas == null ? List.of() : schemas.values();
    }

    private static Collection<Schema> some(List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }

    private static Collection<Schema> one(Schema schema) {
        return schema == null ? List.of() : List.of(schema);
    }
}
