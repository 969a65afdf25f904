package io.ressenti.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the project's folders hold. */
final class Project {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path PLATFORM = ROOT.resolve("platform");
    static final Path PLATFORM_PROPERTIES =
            PLATFORM.resolve("src/main/resources/META-INF/microprofile-config.properties");

    private Project() {}

    /** The folders of what is deployed: what has an {@code application.properties} of its own. */
    static List<Path> deployed() {
        try (var folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(properties(folder)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The four services: what is deployed and contains the platform. */
    static List<Path> services() {
        return deployed().stream()
                .filter(folder ->
                        read(folder.resolve("pom.xml")).contains("<artifactId>ressenti-platform</artifactId>"))
                .toList();
    }

    static Path properties(Path module) {
        return module.resolve("src/main/resources/application.properties");
    }

    /** Files of the project by the ends of their names, without what is built or lies in hidden folders. */
    static List<Path> files(String... ends) {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var name = folder.getFileName().toString();
                    var skipped = name.equals("target") || name.startsWith(".");
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (Stream.of(ends).anyMatch(file.toString()::endsWith)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
