package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.ressenti.platform.problem.JsonProblems;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text, YAML or JSON, as a tree that knows at which line each value stands. */
final class SourceTree {

    /** Ours have five levels. */
    private static final int MOST_LEVELS = 16;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private JsonNode root;

    private SourceTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads {@code text} (UTF-8).
     *
     * @throws ProblemException 400 where it is no YAML or JSON
     */
    static SourceTree parse(byte[] text, JsonFactory format) {
        try (var parser = format.createParser(text)) {
            var tree = new SourceTree(parser);
            tree.readAll();
            return tree;
        } catch (JacksonException e) {
            throw new ProblemException(syntax(e, format.getFormatName()));
        } catch (IOException e) {
            throw new ProblemException(Problem.malformed("The document is not UTF-8. Save it in UTF-8."));
        }
    }

    JsonNode root() {
        return root;
    }

    /** What is wrong with it whatever it is about: duplicate fields, for instance. */
    List<Violation> violations() {
        return violations;
    }

    /** A violation that tells the line as well: that of the place, or where it is missing of what it is missing in. */
    Violation violation(String pointer, String message) {
        var place = pointer;
        while (!lines.containsKey(place)) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return new Violation(pointer, message + " Line " + lines.get(place) + ".");
    }

    private void readAll() throws IOException {
        if (parser.nextToken() == null) {
            throw new ProblemException(Problem.malformed(
                    "The document is empty. Send at least one section: channels, partners, touchpoints."));
        }
        root = read("", line(), 0);
        if (parser.nextToken() != null) {
            throw new ProblemException(Problem.malformed(
                    "Something stands after the document's end. Send one document. Line " + line() + "."));
        }
    }

    private JsonNode read(String pointer, int line, int level) throws IOException {
        lines.put(pointer, line);
        refuseReferences();
        if (level > MOST_LEVELS) {
            throw new ProblemException(Problem.malformed("The document is nested too deeply. Line " + line + "."));
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer, level + 1);
            case START_ARRAY -> array(pointer, level + 1);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode fraction() throws IOException {
        try {
            return NODES.numberNode(parser.getDoubleValue());
        } catch (StreamReadException e) {
            return NODES.textNode(parser.getText()); // .nan and .inf: told to be no number where one is expected
        }
    }

    private JsonNode object(String pointer, int level) throws IOException {
        var object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            refuseReferences();
            var name = parser.currentName();
            var line = line();
            var place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            parser.nextToken();
            var value = read(place, line, level);
            if (object.has(name)) {
                violations.add(violation(place, "The field stands there twice. Keep one."));
            }
            object.set(name, value);
        }
        return object;
    }

    private JsonNode array(String pointer, int level) throws IOException {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(pointer + "/" + array.size(), line(), level));
        }
        return array;
    }

    /** A few lines of anchors and aliases can stand for gigabytes, and a tag for a class. */
    private void refuseReferences() throws IOException {
        var isReference = parser instanceof YAMLParser yaml
                && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null);
        if (isReference) {
            throw new ProblemException(Problem.malformed(
                    "Anchors (&), aliases (*) and tags (!) are not read here. Write the value out. Line " + line()
                            + "."));
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Problem syntax(JacksonException failure, String format) {
        var detail = JsonProblems.of(failure).detail().replace("valid JSON", "valid " + format);
        return Problem.malformed(detail).withErrors(List.of(new Violation("", detail)));
    }
}
