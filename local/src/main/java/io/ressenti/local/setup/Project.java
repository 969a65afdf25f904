package io.ressenti.local.setup;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout that the launcher belongs to, and where the build has put what it starts.
 *
 * @param root the folder that holds the modules
 */
public record Project(Path root) {

    /** The project that this code was built in. */
    public static Project ofThisCode() {
        try {
            var code = Path.of(Project.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (var folder = code; folder != null; folder = folder.getParent()) {
                if (Files.isDirectory(folder.resolve(Service.TOUCHPOINT.module()))) {
                    return new Project(folder);
                }
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the code is not a path", e);
        }
        throw new Refusal("The launcher does not find the services beside it: run ./ressenti in the project's folder.");
    }

    /** Where data is kept unless told otherwise. */
    public Path defaultData() {
        return root.resolve(".ressenti");
    }

    /** The jar that {@code java -jar} runs as that service. */
    public Path runnable(Service service) {
        return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The native executable of that service, which {@code ./ressenti native} makes. */
    public Path executable(Service service) {
        return root.resolve(service.module()).resolve("target/ressenti-%s-runner".formatted(service.module()));
    }

    /** The jar of the command line client, which plays the demo journeys. */
    public Path client() {
        return root.resolve("cli/target/ressenti-cli.jar");
    }

    /** The agent that ends a process once its parent is gone. */
    public Path parentWatch() {
        return root.resolve("local/target/ressenti-local-parent-watch.jar");
    }
}
