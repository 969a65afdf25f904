package io.ressenti.console.inbox;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.console.support.ConsoleSuite;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class FeedTest extends ConsoleSuite {

    @Inject
    AlertStream stream;

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
    void goesOnAfterTheEventThatThePageNames() throws IOException {
        tellOfAlert("acme", "n-1", "OPEN", 1);
        tellOfAlert("acme", "n-2", "OPEN", 1);

        try (var feed = new Feed("/alerts/feed?after=1", session("camille"), "en", null)) {
            var lines = feed.until(line -> line.contains("id=\"card-n-2\""));

            assertThat(lines).noneMatch(line -> line.contains("id=\"card-n-1\""));
        }
    }

    @Test
    void passesOverWhatItCannotRead() throws IOException {
        say("acme", "event: alert\ndata: {no JSON");
        say("acme", "event: alert\ndata: {\"change\":\"OPENED\"}");
        say("acme", "event: weather\ndata: {\"alert\":{\"id\":\"w-1\"}}");
        tellOfAlert("acme", "n-1", "OPEN", 1);

        try (var feed = new Feed(session("camille"), "en", "0")) {
            var lines = feed.until(line -> line.contains("id=\"card-n-1\""));

            assertThat(lines.stream().map(line -> line.replace(" ", "")))
                    .containsSubsequence("id:1", "id:2", "id:3", "id:4")
                    .noneMatch(line -> line.contains("w-1"));
        }
    }

    @Test
    void aBacklogWaitsForASlowReader() {
        // Given
        var alerts = 300;
        for (int i = 1; i <= alerts; i++) {
            say("acme", "event: alert\ndata: " + "x".repeat(2_000));
        }
        var claims = Base64.getUrlEncoder().encodeToString("{\"brand\":\"acme\",\"groups\":[\"lead\"]}".getBytes());

        // When
        var ids = stream.open("Bearer x." + claims + ".x", "0")
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(500))
                .onItem()
                .transformToMulti(frames -> frames)
                .filter(frame -> !frame.comment())
                .map(SseParser.Frame::id)
                .select()
                .first(alerts)
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(60));

        // Then
        assertThat(ids)
                .isEqualTo(IntStream.rangeClosed(1, alerts)
                        .mapToObj(Integer::toString)
                        .toList());
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
            this("/alerts/feed", session, language, lastEventId);
        }

        Feed(String path, String session, String language, String lastEventId) throws IOException {
            connection = (HttpURLConnection) URI.create(url() + path).toURL().openConnection();
            connection.setReadTimeout(60_000);
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
