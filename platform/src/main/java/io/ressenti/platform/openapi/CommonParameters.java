package io.ressenti.platform.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Query parameters that mean the same everywhere; a resource describes the others, and may describe these more closely. */
final class CommonParameters {

    private static final BigDecimal USUAL_MOST = BigDecimal.valueOf(200);

    private CommonParameters() {}

    static void describe(Parameter parameter) {
        if (parameter.getSchema() == null) {
            parameter.setSchema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
        }
        if (parameter.getIn() != In.QUERY) {
            return;
        }
        switch (parameter.getName()) {
            case "cursor" ->
                describe(
                        parameter,
                        "Where to go on: `next` of the page before, with all other parameters as they were. Left out: the"
                                + " first page.",
                        parameter.getSchema());
            case "limit" -> describe(parameter, "How many items at most; the most where left out.", count(parameter));
            case "from" -> describe(parameter, "Only what happened at this time or later (event time).", time());
            case "to" -> describe(parameter, "Only what happened before this time (event time).", time());
            case "dryRun" ->
                describe(
                        parameter,
                        "`true`: judges and answers as usual, with 200, and changes nothing.",
                        OASFactory.createSchema().type(List.of(SchemaType.BOOLEAN)));
            default -> {} // the resource's own
        }
    }

    private static void describe(Parameter parameter, String description, Schema schema) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(description);
        }
        parameter.setSchema(schema);
    }

    /** A resource says where the most is another, by {@code @Schema(maximum = …)}. */
    private static Schema count(Parameter parameter) {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.INTEGER))
                .format("int32")
                .minimum(BigDecimal.ONE)
                .maximum(Objects.requireNonNullElse(parameter.getSchema().getMaximum(), USUAL_MOST));
    }

    private static Schema time() {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .format("date-time")
                .examples(List.of("2026-01-18T22:56:59Z"));
    }
}
