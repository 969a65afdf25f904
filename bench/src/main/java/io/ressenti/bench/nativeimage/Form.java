package io.ressenti.bench.nativeimage;

import io.ressenti.cli.client.ClientException;
import io.ressenti.local.setup.Project;
import io.ressenti.local.setup.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a service is built as. */
enum Form {
    JVM,
    NATIVE;

    boolean isNative() {
        return this == NATIVE;
    }

    /** The bytes of all files that make up the program, the JVM itself apart. */
    long bytes(Service service) {
        var project = Project.ofThisCode();
        var program = isNative()
                ? project.executable(service)
                : project.runnable(service).getParent();
        try (var files = Files.walk(program)) {
            return files.filter(Files::isRegularFile).mapToLong(Form::size).sum();
        } catch (IOException e) {
            throw new ClientException(
                    "%s is not there: make it with ./ressenti build and ./ressenti native.".formatted(program), e);
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
