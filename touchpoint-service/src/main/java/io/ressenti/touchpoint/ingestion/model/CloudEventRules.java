package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.platform.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What must hold for a CloudEvent that carries a touchpoint event. */
final class CloudEventRules {

    /** The type that is ours; all others are the application's own, except for the rest of our name space. */
    static final String TYPE = "io.ressenti.touchpoint.v1";

    private static final String RESERVED = "io.ressenti.";
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[a-z0-9]+");

    private final List<Violation> violations = new ArrayList<>();

    private CloudEventRules() {}

    /** What is wrong with the envelope; empty where nothing is. */
    static List<Violation> checkEnvelope(CloudEvent event) {
        var rules = new CloudEventRules();
        rules.require(
                "1.0".equals(event.specversion()), "/specversion", "It must be \"1.0\", the only version known here.");
        rules.require(isPresent(event.id()), "/id", "It is missing. Every CloudEvent has an id.");
        rules.require(isPresent(event.source()), "/source", "It is missing. Every CloudEvent has a source.");
        rules.type(event.type());
        rules.require(
                event.datacontenttype() == null || MediaTypes.isJson(MediaTypes.essence(event.datacontenttype())),
                "/datacontenttype",
                "The data must be JSON. Send application/json, or leave it out.");
        rules.require(
                event.data() == null || event.dataBase64() == null,
                "/data_base64",
                "The data stands there twice. Send either data or data_base64.");
        event.extensions().forEach(rules::extension);
        return List.copyOf(rules.violations);
    }

    /** Where the data contradicts the attributes, or is not there at all; empty where all is well. */
    static List<Violation> checkData(CloudEvent event) {
        var rules = new CloudEventRules();
        var data = event.data();
        if (data == null) {
            rules.wrong("/data", "It is missing. Send the touchpoint event there.");
            return List.copyOf(rules.violations);
        }
        rules.same("id", event.id(), "id", data.id());
        rules.same("source", event.source(), "source", data.source());
        rules.same("time", event.time(), "occurredAt", data.occurredAt());
        rules.same("subject", event.subject(), "customer", data.customer());
        return List.copyOf(rules.violations);
    }

    /** A place in the plain event as a place in the CloudEvent. */
    static String pointer(CloudEvent event, String plain) {
        return switch (plain) {
            case "/id", "/source" -> plain;
            case "/occurredAt" -> event.data().occurredAt() == null ? "/time" : "/data/occurredAt";
            case "/customer" -> event.subject() == null ? "/data/customer" : "/subject";
            default -> "/data" + plain;
        };
    }

    private void type(String type) {
        require(isPresent(type), "/type", "It is missing. Send " + TYPE + ", or a type of your own.");
        require(
                type == null || !type.startsWith(RESERVED) || type.equals(TYPE),
                "/type",
                "Types that begin with " + RESERVED + " are ours, and this is none of those taken in here. Send " + TYPE
                        + ", or a type of your own.");
    }

    private void extension(String name, Object value) {
        var pointer = "/" + name.replace("~", "~0").replace("/", "~1");
        require(
                ATTRIBUTE_NAME.matcher(name).matches(),
                pointer,
                "This is no name of an attribute: these are lower-case letters and digits.");
        require(
                !(value instanceof Iterable || value instanceof Map),
                pointer,
                "An extension attribute is a string, a number or a boolean.");
    }

    private void same(String attribute, Object outside, String field, Object inside) {
        require(
                outside == null || inside == null || Objects.equals(outside, inside),
                "/data/" + field,
                "It differs from the attribute " + attribute + ". Leave one out, or send the same.");
    }

    private void require(boolean holds, String pointer, String message) {
        if (!holds) {
            wrong(pointer, message);
        }
    }

    private void wrong(String pointer, String message) {
        violations.add(new Violation(pointer, message));
    }

    private static boolean isPresent(String text) {
        return text != null && !text.isBlank();
    }
}
