package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.platform.problem.Constraints;
import io.ressenti.platform.problem.JsonProblems;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a catalogue's document of a tree, and finds everything that is wrong with it. */
final class DocumentReading {

    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_ERRORS = 1000;

    private final SourceTree source;
    private final ObjectMapper json;
    private final Validator validator;

    /** What has another form than a catalogue's document. */
    private final List<Violation> misshapen;

    /** What has the form, and breaks a rule. */
    private final List<Violation> wrong = new ArrayList<>();

    DocumentReading(SourceTree source, ObjectMapper json, Validator validator) {
        this.source = source;
        this.json = json;
        this.validator = validator;
        this.misshapen = new ArrayList<>(source.violations());
    }

    /**
     * The document.
     *
     * @throws ProblemException with all places: 400 where one has another form, 422 where each has the form and breaks a rule
     */
    CatalogueDocument document() {
        checkSections();
        var document = new CatalogueDocument(
                section("channels", ChannelDefinition.class),
                section("partners", PartnerDefinition.class),
                section("touchpoints", TouchpointDefinition.class));
        if (!misshapen.isEmpty()) {
            var all = Stream.concat(misshapen.stream(), wrong.stream()).toList();
            var problem = Problem.invalid(all);
            throw new ProblemException(Problem.malformed(problem.detail()).withErrors(most(all)));
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(Problem.invalid(wrong).withErrors(most(wrong)));
        }
        return document;
    }

    private void checkSections() {
        if (!source.root().isObject()) {
            misshapen.add(source.violation("", "A catalogue is an object of channels, partners, touchpoints."));
            return;
        }
        source.root().properties().forEach(section -> {
            var name = section.getKey();
            if (!Set.of("channels", "partners", "touchpoints").contains(name)) {
                misshapen.add(source.violation(
                        pointer(name), "Unknown section. Remove it, or use one of: channels, partners, touchpoints."));
            } else if (!section.getValue().isArray()) {
                misshapen.add(source.violation(
                        pointer(name), "A section is a list. Leave it out to leave it as it is; write [] for none."));
            } else if (section.getValue().size() > MOST_ENTRIES) {
                wrong.add(source.violation(
                        pointer(name),
                        "It has more than " + MOST_ENTRIES + " entries. Partners can be sent in parts."));
            }
        });
    }

    /** The entries of a section that can be read; null where the section is left out. */
    private <D extends Definition<D>> List<D> section(String name, Class<D> type) {
        if (!(source.root().get(name) instanceof JsonNode section) || !section.isArray()) {
            return null;
        }
        List<D> entries = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < section.size(); i++) {
            var pointer = "/" + name + "/" + i;
            var entry = entry(pointer, section.get(i), type);
            if (entry != null) {
                check(pointer, entry, codes);
                entries.add(entry);
            }
        }
        return entries;
    }

    private <D> D entry(String pointer, JsonNode node, Class<D> type) {
        if (!node.isObject()) {
            misshapen.add(source.violation(pointer, "An entry is an object that starts with its code."));
            return null;
        }
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            var violation = JsonProblems.of(e).errors().getFirst();
            misshapen.add(source.violation(pointer + violation.pointer(), violation.message()));
            return null;
        }
    }

    private <D extends Definition<D>> void check(String pointer, D entry, Set<String> codes) {
        var found = new ArrayList<>(entry.breaches());
        validator.validate(entry).forEach(violation -> found.add(Constraints.violation(violation, 0)));
        if (entry.code() == null) {
            found.add(new Violation("/code", "The code is missing."));
        } else if (!codes.add(entry.code())) {
            found.add(new Violation("/code", "Another entry has the code \"" + entry.code() + "\" already. Keep one."));
        }
        found.sort(Comparator.comparing(Violation::pointer).thenComparing(Violation::message));
        found.forEach(violation -> wrong.add(source.violation(pointer + violation.pointer(), violation.message())));
    }

    private static List<Violation> most(List<Violation> violations) {
        return violations.subList(0, Math.min(MOST_ERRORS, violations.size()));
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
