package io.ressenti.local;

import io.ressenti.local.process.Events;
import io.ressenti.local.setup.Credentials;
import io.ressenti.local.setup.DataDirectory;
import io.ressenti.local.setup.Ports;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;

/** What the person at the terminal reads while everything starts and runs. */
final class Terminal implements Events {

    private static final Logger LOG = Logger.getLogger(Terminal.class);

    private final PrintStream out;
    private final long started = System.nanoTime();

    Terminal(PrintStream out) {
        this.out = out;
    }

    void say(String sentence) {
        out.println(sentence);
    }

    @Override
    public void ready(String part) {
        LOG.infof("event=part.ready part=%s", part);
        out.printf(Locale.ROOT, "  %-22s ready after %s%n", part, sinceStart());
    }

    @Override
    public void recovered(String part) {
        LOG.infof("event=part.recovered part=%s", part);
        out.printf(Locale.ROOT, "  %-22s ready again%n", part);
    }

    @Override
    public void ended(String part, String how, Duration delay) {
        LOG.warnf("event=part.ended part=%s how=\"%s\" restart_in_ms=%d", part, how, delay.toMillis());
        out.printf(Locale.ROOT, "  %-22s %s; starting it again in %.1f s%n", part, how, delay.toMillis() / 1_000.0);
    }

    /** How to use what runs now. */
    void welcome(Ports ports, Credentials credentials, DataDirectory data, boolean demo) {
        var url = "http://localhost:" + ports.frontDoor();
        out.printf(
                """

                Ressenti is ready after %s.

                  Console    %s          login: %s   password: %s
                  API        %s/api/v1   described at /services/{touchpoint,feedback,scoring,notification}/q/openapi
                  API key    %s
                  Try it     curl -H 'Authorization: Bearer %s' %s/api/v1/alerts

                  %s
                  Data and credentials are in %s, logs in %s.
                  Ctrl-C stops everything.

                """,
                sinceStart(),
                url,
                credentials.login(),
                credentials.password(),
                url,
                credentials.apiKey(),
                credentials.apiKey(),
                url,
                demo ? "Demo journeys are playing (--no-demo leaves them out)." : "No demo journeys are playing.",
                data.root(),
                data.logs());
    }

    private String sinceStart() {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - started) / 1e9);
    }
}
