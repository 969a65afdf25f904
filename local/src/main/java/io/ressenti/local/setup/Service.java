package io.ressenti.local.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Quarkus application of the project, run as a process of its own. */
public enum Service {
    TOUCHPOINT("touchpoint-service", "touchpoint"),
    FEEDBACK("feedback-service", "feedback"),
    SCORING("scoring-service", "scoring"),
    NOTIFICATION("notification-service", "notification"),
    CONSOLE("console", "console");

    /** Those that have a database and take part in the exchange of events. */
    public static final List<Service> BACKEND = List.of(TOUCHPOINT, FEEDBACK, SCORING, NOTIFICATION);

    private final String module;
    private final String shortName;

    Service(String module, String shortName) {
        this.module = module;
        this.shortName = shortName;
    }

    /** Its folder in the project, and its name in messages, logs and files. */
    public String module() {
        return module;
    }

    /** Its name in a path, and the name of its database. */
    public String shortName() {
        return shortName;
    }

    /** The service of that short name or module name. */
    public static Optional<Service> named(String name) {
        return Stream.of(values())
                .filter(service -> service.shortName.equals(name) || service.module.equals(name))
                .findFirst();
    }

    /** What a process needs to know to be this service, {@code ports} and {@code credentials} being those of this machine. */
    public Map<String, String> environment(Ports ports, CredentialFiles credentials) {
        return this == CONSOLE ? consoleEnvironment(ports, credentials) : backendEnvironment(ports, credentials);
    }

    private Map<String, String> backendEnvironment(Ports ports, CredentialFiles credentials) {
        return Map.of(
                "QUARKUS_HTTP_HOST",
                "localhost",
                "RESSENTI_PORT",
                String.valueOf(ports.of(this)),
                "RESSENTI_DB",
                "localhost:" + ports.postgreSql() + "/" + shortName,
                "RESSENTI_DB_USER",
                shortName,
                "RESSENTI_DB_PASSWORD",
                shortName,
                "RESSENTI_KAFKA",
                "localhost:" + ports.kafka(),
                "RESSENTI_SECURITY_API_KEYS_FILE",
                credentials.apiKeys().toString(),
                "RESSENTI_TOKEN_KEYS",
                credentials.tokenPublicKey().toUri().toString(),
                "RESSENTI_PUBLIC_URL",
                "http://localhost:" + ports.frontDoor());
    }

    private static Map<String, String> consoleEnvironment(Ports ports, CredentialFiles credentials) {
        var environment = BACKEND.stream()
                .collect(Collectors.toMap(
                        service -> "RESSENTI_" + service.name() + "_URL",
                        service -> "http://localhost:" + ports.of(service)));
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("RESSENTI_PORT", String.valueOf(ports.of(CONSOLE)));
        environment.put("RESSENTI_PUBLIC_URL", "http://localhost:" + ports.frontDoor());
        environment.put("RESSENTI_USERS_FILE", credentials.users().toString());
        environment.put(
                "RESSENTI_TOKEN_SIGNING_KEY", credentials.tokenPrivateKey().toString());
        return environment;
    }
}
