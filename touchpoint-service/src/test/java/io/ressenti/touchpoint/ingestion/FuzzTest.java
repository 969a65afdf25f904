package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.touchpoint.ingestion.RawHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends whatever may come, properly framed, and looks at the answers alone: never a fault of ours, always a problem that tells
 * nothing of how we are made. Run it with -Dfuzz.seed=… to see a failure again, and -Dfuzz.seconds=… for longer.
 */
@QuarkusTest
class FuzzTest extends IngestionScenario {

    private static final Duration TIME_TO_TRY = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 20));

    /** Words of Java, of the libraries used and of our own packages. */
    private static final List<String> TELL_TALES = List.of(
            "Exception",
            "java.",
            "io.ressenti.touchpoint.ingestion",
            "io.ressenti.platform",
            "jackson",
            "quarkus",
            "vertx",
            "netty",
            "	at ");

    private static final String CLOUD_EVENT = """
            {"specversion":"1.0","type":"com.example.t","source":"s","id":"ce","time":"2018-04-05T17:31:00Z","subject":"c",\
            "data":{"touchpoint":"order-delivered","channel":"COURIER"}}""";

    private record Try(String path, List<String> headers, byte[] body) {

        String shown() {
            return path + " " + headers + " " + new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void noRequestBringsOutAFaultOfOurs() throws Exception {
        // Given
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("event=fuzz.started seed=" + seed);
        var random = new Random(seed);
        var end = System.nanoTime() + TIME_TO_TRY.toNanos();
        List<RandomGenerator<Try>> generator = new ArrayList<>();
        JqwikSession.run(() -> generator.add(tries().generator(1_000, true)));

        // When
        int count = 0;
        while (System.nanoTime() < end) {
            JqwikSession.run(() -> check(generator.getFirst().next(random).value(), seed));
            count++;
        }

        // Then
        assertThat(count).isGreaterThan(100);
    }

    private static void check(Try request, long seed) throws Exception {
        try (var connection = new RawHttp()) {
            var headers = new ArrayList<>(request.headers());
            headers.add("Content-Length: " + request.body().length);
            var answer = connection
                    .send(RawHttp.post(request.path(), headers.toArray(String[]::new))
                            .getBytes(StandardCharsets.ISO_8859_1))
                    .send(request.body())
                    .answer();
            assertThat(isDecent(answer))
                    .as("seed %d: %s%n%s%n%s", seed, request.shown(), answer.headers(), answer.body())
                    .isTrue();
        }
    }

    private static boolean isDecent(Answer answer) {
        return answer.status() >= 200
                && answer.status() < 500
                && (answer.body().isEmpty() || isProblem(answer) || isResult(answer))
                && TELL_TALES.stream().noneMatch(answer.body()::contains);
    }

    private static boolean isProblem(Answer answer) {
        return hasType(answer, "application/problem+json") && answer.body().startsWith("{\"type\":");
    }

    private static boolean isResult(Answer answer) {
        return hasType(answer, "application/json")
                && (answer.body().startsWith("{\"id\":") || answer.body().startsWith("{\"accepted\":"));
    }

    private static boolean hasType(Answer answer, String type) {
        return answer.headers().toLowerCase(Locale.ROOT).contains("content-type: " + type);
    }

    private Arbitrary<Try> tries() {
        var paths = Arbitraries.of(
                ONE,
                ONE,
                BATCH,
                ONE + "?dryRun=true",
                BATCH + "?dryRun=x",
                ONE + "?%zz",
                ONE + "/%00",
                BATCH + "?a=%C0");
        return paths.flatMap(path -> headers().flatMap(headers -> bodies().map(body -> new Try(path, headers, body))));
    }

    private static Arbitrary<List<String>> headers() {
        var mediaTypes = Arbitraries.of(
                "application/json",
                "application/x-ndjson",
                "application/cloudevents+json",
                "application/cloudevents-batch+json",
                "application/json; charset=utf-16",
                "text/plain",
                "a/b/c",
                ";",
                "*/*",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded");
        var types = mediaTypes.map("Content-Type: "::concat);
        var wanted = mediaTypes.map("Accept: "::concat);
        var codings = Arbitraries.of("gzip", "zstd", "br", "identity", "gzip,zstd", "")
                .map("Content-Encoding: "::concat);
        var values = Arbitraries.strings()
                .withCharRange(' ', '\u00ff')
                .excludeChars('\u007f')
                .ofMaxLength(40);
        var names = Arbitraries.of(
                "ce-id",
                "ce-source",
                "ce-type",
                "ce-specversion",
                "ce-time",
                "ce-subject",
                "ce-data",
                "ce-x",
                "ce-",
                "ce-data_base64",
                "Accept",
                "Accept-Language",
                "Cookie",
                "X-Request-Id",
                "Expect",
                "traceparent");
        var others = names.flatMap(name -> values.map(value -> name + ": " + value));
        return Arbitraries.frequencyOf(
                        Tuple.of(4, types), Tuple.of(1, codings), Tuple.of(1, wanted), Tuple.of(3, others))
                .list()
                .ofMaxSize(8);
    }

    private Arbitrary<byte[]> bodies() {
        var event = delivery("e", customer, TIME);
        var valid = Arbitraries.of(
                event,
                "[" + event + "," + event + "]",
                event + "\n" + event,
                CLOUD_EVENT,
                "[" + CLOUD_EVENT + "]",
                "{}",
                "");
        var damaged = valid.map(text -> text.getBytes(StandardCharsets.UTF_8)).flatMap(bytes -> Arbitraries.integers()
                .between(0, Math.max(0, bytes.length - 1))
                .flatMap(at -> splice(bytes, at)));
        return Arbitraries.oneOf(
                damaged, Arbitraries.bytes().array(byte[].class).ofMaxSize(200));
    }

    private static Arbitrary<byte[]> splice(byte[] bytes, int at) {
        var pieces = Arbitraries.of(
                "", "\"", "{", "]", "\u0000", "\\ud800", "\\u0000", "1e999", "-", "null", "NaN", "\n", "[[[[", ":",
                ",");
        return pieces.map(piece -> {
            var insert = piece.getBytes(StandardCharsets.UTF_8);
            var result = Arrays.copyOf(bytes, bytes.length + insert.length);
            System.arraycopy(insert, 0, result, at, insert.length);
            System.arraycopy(bytes, at, result, at + insert.length, bytes.length - at);
            return result;
        });
    }
}
