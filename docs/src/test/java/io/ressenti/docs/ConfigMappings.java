package io.ressenti.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Reads {@code @ConfigMapping} interfaces from their sources, with the JDK's own compiler: only sources hold Javadoc. Interfaces
 * that one contains are groups of its keys.
 */
final class ConfigMappings {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("Duration", "duration"),
            Map.entry("MemorySize", "size"),
            Map.entry("Path", "file"),
            Map.entry("URI", "address"),
            Map.entry("String", "text"),
            Map.entry("boolean", "`true` or `false`"),
            Map.entry("int", "integer"),
            Map.entry("long", "integer"),
            Map.entry("double", "number"),
            Map.entry("Double", "number"),
            Map.entry("OptionalInt", "integer"),
            Map.entry("OptionalLong", "integer"),
            Map.entry("OptionalDouble", "number"));

    private final String module;
    private final DocTrees trees;
    private final CompilationUnitTree file;
    private final ClassTree mapping;

    private ConfigMappings(String module, DocTrees trees, CompilationUnitTree file, ClassTree mapping) {
        this.module = module;
        this.trees = trees;
        this.file = file;
        this.mapping = mapping;
    }

    /** All mappings of a module, in the order of their prefixes. */
    static List<ConfigGroup> of(Path module) {
        return sources(module)
                .flatMap(source -> in(module.getFileName().toString(), source))
                .sorted(Comparator.comparing(ConfigGroup::prefix))
                .toList();
    }

    private static Stream<Path> sources(Path module) {
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(ConfigMappings::mentionsMapping)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mentionsMapping(Path source) {
        try {
            return Files.readString(source).contains("@ConfigMapping");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ConfigGroup> in(String module, Path source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source);
        var task = (JavacTask) compiler.getTask(null, null, null, null, null, files);
        try {
            var file = task.parse().iterator().next();
            return file.getTypeDecls().stream()
                    .map(ClassTree.class::cast)
                    .filter(type ->
                            annotation(type.getModifiers(), "ConfigMapping").isPresent())
                    .map(type -> new ConfigMappings(module, DocTrees.instance(task), file, type).group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigGroup group() {
        var prefix = annotation(mapping.getModifiers(), "ConfigMapping").orElseThrow();
        return new ConfigGroup(
                module,
                prefix,
                description(new TreePath(new TreePath(file), mapping)),
                keys(prefix, mapping).toList());
    }

    private Stream<ConfigKey> keys(String prefix, ClassTree type) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .flatMap(method -> keys(prefix + "." + name(method), method, method.getReturnType(), false));
    }

    private Stream<ConfigKey> keys(String name, MethodTree method, Tree type, boolean optional) {
        if (type instanceof ParameterizedTypeTree generic) {
            var arguments = generic.getTypeArguments();
            return switch (generic.getType().toString()) {
                case "Optional" -> keys(name, method, arguments.getFirst(), true);
                case "Map" ->
                    keys(name + ".\"<" + placeholder(arguments.getFirst()) + ">\"", method, arguments.getLast(), true);
                default -> throw unknown(name, type);
            };
        }
        var nested = type instanceof IdentifierTree ? nested(type.toString()) : Optional.<ClassTree>empty();
        if (nested.isPresent() && nested.get().getKind() != Tree.Kind.ENUM) {
            return keys(name, nested.get());
        }
        var simple = type.toString();
        var word = nested.map(ConfigMappings::constants).orElse(TYPES.get(simple));
        if (word == null) {
            throw unknown(name, type);
        }
        return Stream.of(new ConfigKey(
                name,
                word,
                optional || simple.startsWith("Optional"),
                annotation(method.getModifiers(), "WithDefault"),
                description(path(method))));
    }

    /** As they are written in a configuration. */
    private static String constants(ClassTree enumeration) {
        return enumeration.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(constant ->
                        "`" + ((VariableTree) constant).getName().toString().toLowerCase(Locale.ROOT) + "`")
                .collect(Collectors.joining(", "));
    }

    private static IllegalStateException unknown(String name, Tree type) {
        return new IllegalStateException(name + ": the page of the configuration has no word yet for the type " + type);
    }

    private static String placeholder(Tree type) {
        return type.toString().equals("String") ? "name" : Names.kebab(type.toString());
    }

    private static String name(MethodTree method) {
        return annotation(method.getModifiers(), "WithName")
                .orElseGet(() -> Names.kebab(method.getName().toString()));
    }

    private Optional<ClassTree> nested(String name) {
        return mapping.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> type.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private TreePath path(Tree tree) {
        return TreePath.getPath(file, tree);
    }

    private String description(TreePath path) {
        return Javadoc.toMarkdown(
                trees.getDocComment(path),
                named(path.getLeaf()) + " in " + file.getSourceFile().getName());
    }

    private static String named(Tree tree) {
        return tree instanceof MethodTree method
                ? method.getName() + "()"
                : ((ClassTree) tree).getSimpleName().toString();
    }

    /** The one text that an annotation holds, if it is there. */
    private static Optional<String> annotation(ModifiersTree modifiers, String name) {
        return modifiers.getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(ConfigMappings::text)
                .findFirst();
    }

    private static String text(AnnotationTree annotation) {
        var argument = annotation.getArguments().getFirst();
        var value = argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
        return (String) ((LiteralTree) value).getValue();
    }
}
