package io.ressenti.notification.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ressenti.embedded.FreePorts;
import java.util.HashMap;
import java.util.Map;

import static java.util.Map.entry;

/** The mail server of an installation that sends mail: a field of type {@link MailServer} gets it. */
public class MailServerResource implements QuarkusTestResourceLifecycleManager {

    /** With this argument connections are to be secured, as they are unless somebody says otherwise. */
    public static final String SECURED = "secured";

    private final Map<String, String> configuration = new HashMap<>(Map.ofEntries(
            entry("ressenti.smtp.host", "localhost"),
            entry("ressenti.smtp.user", MailServer.USER),
            entry("ressenti.smtp.password", MailServer.PASSWORD),
            entry("ressenti.smtp.from", "Ressenti <alerts@example.com>"),
            entry("ressenti.notification.email.public-url", "https://ressenti.example.com"),
            // Tests see how long a silent server is waited for, and go on trying while the server is away.
            entry("ressenti.smtp.timeout", "2s"),
            entry("ressenti.smtp.connections", "2"),
            entry("ressenti.notification.delivery.max-attempts", "100"),
            entry("ressenti.notification.delivery.first-backoff", "100ms"),
            entry("ressenti.notification.delivery.max-backoff", "200ms"),
            entry("ressenti.notification.delivery.poll", "100ms")));

    private MailServer server;

    @Override
    public void init(Map<String, String> arguments) {
        if (!arguments.containsKey(SECURED)) {
            configuration.put("ressenti.smtp.starttls", "disabled");
        }
    }

    @Override
    public Map<String, String> start() {
        var port = FreePorts.find(1).getFirst();
        server = new MailServer(port);
        server.start();
        configuration.put("ressenti.smtp.port", String.valueOf(port));
        return configuration;
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(MailServer.class));
    }
}
