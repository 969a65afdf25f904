package io.ressenti.console.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ressenti.credentials.PasswordHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files and the services that a console needs: people, a signing key, and {@link ServicesStandIn}. */
public final class ConsoleResources implements QuarkusTestResourceLifecycleManager {

    /** Everybody's password. */
    public static final String PASSWORD = "correct horse";

    /** System property that holds the address of {@link ServicesStandIn}, for the tests to steer it. */
    public static final String SERVICES_URL = "ressenti.test.services-url";

    private ServicesStandIn services;
    private Path directory;

    @Override
    public Map<String, String> start() {
        try {
            services = new ServicesStandIn().start();
            System.setProperty(SERVICES_URL, services.url());
            directory = Files.createTempDirectory("console-test");
            var users = Files.writeString(directory.resolve("users.json"), users());
            var key = Files.writeString(directory.resolve("signing-key.pem"), signingKey());
            return Map.of(
                    "ressenti.console.login.users-file", users.toString(),
                    "ressenti.console.session.token-signing-key", key.toString(),
                    "quarkus.rest-client.touchpoint.url", services.url(),
                    "quarkus.rest-client.scoring.url", services.url(),
                    "quarkus.rest-client.notification.url", services.url());
        } catch (Exception e) {
            throw new IllegalStateException("the console's test resources cannot be started", e);
        }
    }

    @Override
    public void stop() {
        try (var files = Files.walk(directory)) {
            services.close();
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (Exception e) {
            throw new IllegalStateException("the console's test resources cannot be stopped", e);
        }
    }

    private static String users() {
        var hash = PasswordHash.of(PASSWORD, new SecureRandom());
        return Stream.of(
                        user("camille", "Camille Durand", "acme", "\"lead\",\"analyst\"", hash),
                        user("otto", "Otto", "other", "\"lead\"", hash),
                        user("clara", "Clara", "calm", "\"lead\"", hash),
                        user("ana", "Ana", "acme", "\"analyst\"", hash))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String user(String name, String displayName, String brand, String roles, String hash) {
        return "{\"name\":\"%s\",\"displayName\":\"%s\",\"brand\":\"%s\",\"roles\":[%s],\"passwordHash\":\"%s\"}"
                .formatted(name, displayName, brand, roles, hash);
    }

    private static String signingKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }
}
