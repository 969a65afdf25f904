package io.ressenti.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of all mappings as Markdown. */
final class KeysTable {

    private KeysTable() {}

    /** First what all services share, then each that is deployed. */
    static String markdown() {
        return Stream.concat(Stream.of(Project.PLATFORM), Project.deployed().stream())
                .flatMap(module -> ConfigMappings.of(module).stream().map(group -> section(group, aliases(module))))
                .collect(Collectors.joining("\n"));
    }

    /** Variables with names of their own, by which a module's properties set its keys. */
    private static List<Variable> aliases(Path module) {
        return Variable.in(Project.properties(module)).toList();
    }

    private static String section(ConfigGroup group, List<Variable> aliases) {
        var owner = group.module().equals("platform") ? "the four services" : group.module();
        var rows = group.keys().stream().map(key -> row(group, key, aliases)).collect(Collectors.joining());
        return """
                ### `%s`: %s
                %s

                | key, variable | type | default | |
                |---|---|---|---|
                %s""".formatted(group.prefix(), owner, group.description(), rows);
    }

    private static String row(ConfigGroup group, ConfigKey key, List<Variable> aliases) {
        var alias = aliases.stream()
                .filter(variable -> variable.key().equals(key.name()))
                .findFirst();
        var variable = alias.map(Variable::name).orElseGet(key::variable);
        var defaultValue =
                alias.flatMap(Variable::defaultValue).or(key::defaultValue).map(value -> "`" + value + "`");
        var otherwise = key.optional() ? "none" : "**must be set**";
        return "| `%s`<br>`%s` | %s | %s | %s |\n"
                .formatted(
                        key.name().substring(group.prefix().length() + 1),
                        variable,
                        key.type(),
                        defaultValue.orElse(otherwise),
                        key.description());
    }
}
