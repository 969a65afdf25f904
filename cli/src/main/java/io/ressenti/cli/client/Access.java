package io.ressenti.cli.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say which Ressenti is meant, and by what right. */
public final class Access {

    private static final Path KEY_FILE = Path.of("credentials", "api-key");

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "Where Ressenti answers (default: ${DEFAULT-VALUE}).")
    private URI url;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:RESSENTI_KEY}",
            description = "API key; otherwise $RESSENTI_KEY, otherwise the one that ./ressenti up made.")
    private String key;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:RESSENTI_DATA:-.ressenti}",
            description = "Where ./ressenti up keeps its data and key (default: ${DEFAULT-VALUE}).")
    private Path data;

    /** The API that was meant. */
    public Api open(RetryPolicy retries) {
        return new Api(url, key(), retries);
    }

    /** Where it answers. */
    public URI url() {
        return url;
    }

    /**
     * The key that was given, or the local one.
     *
     * @throws ClientException where there is neither
     */
    public String key() {
        if (key != null && !key.isBlank()) {
            return key.strip();
        }
        var file = data.resolve(KEY_FILE);
        if (!Files.isReadable(file)) {
            throw new ClientException(
                    "There is no API key: pass --key or set RESSENTI_KEY; ./ressenti up prints one (looked in %s)."
                            .formatted(file));
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ClientException("The API key in %s cannot be read.".formatted(file), e);
        }
    }
}
