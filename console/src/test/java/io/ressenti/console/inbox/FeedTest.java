package io.ressenti.console.inbox;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.console.support.ConsoleSuite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class FeedTest extends ConsoleSuite {

    @Test
    void newAlertsArriveAsCardsInTheReadersLanguage() throws IOException {
        try (var feed = new Feed(session("camille"), "fr", null)) {
            feed.until(line -> line.equals("event:live") || line.equals("event: live"));

            tellOfAlert("other", "b-2", "OPEN", 1);
            tellOfAlert("acme", "n-1", "OPEN", 1);

            var lines = feed.until(line -> line.contains("</li>"));
            assertThat(lines).anyMatch(line -> line.contains("id=\"card-n-1\""));
            assertThat(lines)
                    .anyMatch(line -> line.contains(
                            "« Paiement » a échoué.".replace("« ", "«\u00a0").replace(" »", "\u00a0»")));
            assertThat(lines).noneMatch(line -> line.contains("b-2"));
        }
    }

    @Test
    void goesOnAfterTheLastAlertSeen() throws IOException {
        tellOfAlert("acme", "n-1", "OPEN", 1);
        tellOfAlert("acme", "n-2", "OPEN", 1);
        tellOfAlert("acme", "n-3", "OPEN", 1);

        try (var feed = new Feed(session("camille"), "en", "1")) {
            var lines = feed.until(line -> line.contains("id=\"card-n-3\""));

            assertThat(lines).anyMatch(line -> line.contains("id=\"card-n-2\""));
            assertThat(lines).noneMatch(line -> line.contains("id=\"card-n-1\""));
        }
    }

    @Test
    void endsWhenTheStreamIsLostSoThatTheBrowserComesBack() throws IOException {
        try (var feed = new Feed(session("camille"), "en", null)) {
            feed.until(line -> line.contains("live"));

            dropStreams();

            assertThat(feed.until(line -> false)).noneMatch(line -> line.contains("alert"));
        }
    }

    private static String session(String name) {
        var visit = new Visit();
        visit.get("/login");
        return visit.post("/login", "name", name, "password", "correct horse").getCookie("ressenti_session");
    }

    private static final class Feed implements AutoCloseable {

        private final HttpURLConnection connection;
        private final BufferedReader lines;

        Feed(String session, String language, String lastEventId) throws IOException {
            connection = (HttpURLConnection)
                    URI.create(url() + "/alerts/feed").toURL().openConnection();
            connection.setReadTimeout(15_000);
            connection.setRequestProperty("Accept", "text/event-stream");
            connection.setRequestProperty("Cookie", "ressenti_session=" + session + "; ressenti_language=" + language);
            if (lastEventId != null) {
                connection.setRequestProperty("Last-Event-ID", lastEventId);
            }
            lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The lines up to the first one that is asked for, or up to the end. */
        List<String> until(Predicate<String> found) throws IOException {
            var read = new ArrayList<String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(line);
                if (found.test(line)) {
                    break;
                }
            }
            return read;
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }
}
