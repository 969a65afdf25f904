package io.ressenti.platform.openapi;

import io.ressenti.platform.problem.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schema of a {@link Problem}, with its words. */
final class ProblemSchema {

    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";

    private ProblemSchema() {}

    static Schema reference() {
        return OASFactory.createSchema().ref(PROBLEM);
    }

    static void addTo(Components components) {
        components.addSchema(PROBLEM, problem());
        components.addSchema(VIOLATION, violation());
    }

    private static Schema problem() {
        return object("What went wrong and what to do about it (RFC 9457).")
                .addProperty(
                        "type",
                        text("Stable identifier of the kind of problem: " + Problem.TYPE_PREFIX + "<kind>. Kinds"
                                        + " that every operation knows: " + kinds() + "; an operation names its own.")
                                .format("uri"))
                .addProperty("title", text("Short name of the kind, the same for every occurrence."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.INTEGER))
                                .format("int32")
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599))
                                .description("HTTP status."))
                .addProperty("detail", text("What is wrong this time, and the remedy. For people: do not parse it."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.ARRAY))
                                .items(OASFactory.createSchema().ref(VIOLATION))
                                .description("The places that are wrong; left out where there are none."))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema violation() {
        return object("One place that is wrong.")
                .addProperty(
                        "pointer",
                        text("JSON Pointer (RFC 6901) into the body; empty for the whole of it, or for a parameter."))
                .addProperty("message", text("What is wrong there, and what to do about it."))
                .required(List.of("pointer", "message"));
    }

    private static String kinds() {
        return Arrays.stream(StandardProblem.values())
                .map(StandardProblem::kind)
                .collect(Collectors.joining(", "));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING)).description(description);
    }
}
