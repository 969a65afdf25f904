package io.ressenti.local.setup;

import java.nio.file.Path;

/**
 * Where keys and logins of this machine are kept.
 *
 * @param directory readable by its owner only
 */
public record CredentialFiles(Path directory) {

    /** Hashed API keys, for the services. */
    public Path apiKeys() {
        return directory.resolve("api-keys.json");
    }

    /** The demo brand's API key in clear text, for its owner and for the commands. */
    public Path demoKey() {
        return directory.resolve("api-key");
    }

    /** People with hashed passwords, for the console. */
    public Path users() {
        return directory.resolve("users.json");
    }

    /** The lead's password in clear text, for its owner. */
    public Path leadPassword() {
        return directory.resolve("lead-password");
    }

    /** Signs people's tokens; only the console reads it. */
    public Path tokenPrivateKey() {
        return directory.resolve("token-private.pem");
    }

    /** Checks people's tokens. */
    public Path tokenPublicKey() {
        return directory.resolve("token-public.pem");
    }
}
