package io.ressenti.e2e;

import com.microsoft.playwright.Route;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Chromium;
import io.ressenti.e2e.system.Json;
import io.ressenti.e2e.system.MarkdownPage;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import io.ressenti.e2e.system.Shell;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What docs/clients.md tells developers works as it stands there. */
@ExtendWith(RessentiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientDocsE2E {

    /** Behind an example: the status, and words that the answer holds. */
    private static final Pattern EXPECTED = Pattern.compile("(?m)^# → (\\d{3}) ?(.*)$");

    /** Shows the status behind each answer. */
    private static final String PRELUDE = "set -eu\ncurl() { command curl -sS -w ' status=%{http_code}\\n' \"$@\"; }\n";

    private static final String HIDE = """
            Object.defineProperty(document, "visibilityState", { get: () => "hidden", configurable: true });
            document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
            """;

    /** The library's functions, with measurements that are known. */
    private static final String VITALS = """
            const tell = (name, value) => (report) => report({ name, value });
            export const onCLS = tell("CLS", 0.02), onINP = tell("INP", 96), onLCP = tell("LCP", 1840), onTTFB = tell("TTFB", 310);
            """;

    @TempDir
    private static Path directory;

    private final MarkdownPage page = MarkdownPage.of("docs/clients.md");
    private Map<String, String> environment;
    private Brand brand;

    @BeforeAll
    void aBrandWithWhatTheExamplesName(RunningRessenti ressenti) {
        brand = ressenti.brand("client-docs");
        environment = Map.of("URL", ressenti.url().toString(), "KEY", brand.key());
        for (var channel : List.of("COURIER", "STORE", "WEB")) {
            put(
                    "channels/" + channel,
                    "{\"code\":\"%1$s\",\"names\":{\"en\":\"%1$s\"},\"online\":true}".formatted(channel));
        }
        put("touchpoints/home-delivery", touchpoint("home-delivery", "COURIER"));
        put("touchpoints/store-visit", touchpoint("store-visit", "STORE"));
    }

    @TestFactory
    List<DynamicTest> everyCurlExampleIsAnsweredAsItSays() {
        assumeTrue(Shell.has("curl"), "There is no curl on the path.");
        var examples = page.blocks("sh").stream()
                .filter(block -> block.contains("curl "))
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.lines().findFirst().orElseThrow(), () -> answersAsItSays(example)))
                .toList();
    }

    @Test
    void theJavaProgramSendsAnEvent() {
        // Given
        var program =
                MarkdownPage.write(directory, "Send.java", page.blocks("java").getFirst());
        var java = ProcessHandle.current().info().command().orElseThrow();

        // When
        var result = Shell.run(environment, List.of(java, program.toString()));

        // Then
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output().strip()).endsWith("{\"id\":\"o-20-delivered\"}");
    }

    @Test
    void theJavaScriptFunctionSendsAnEvent() {
        assumeTrue(Shell.has("node"), "There is no node on the path.");

        // Given
        var call = """
                const event = { id: "js-1", source: "web-shop", occurredAt: new Date().toISOString(), customer: "c-42",
                  touchpoint: "home-delivery", channel: "COURIER" };
                console.log(JSON.stringify(await send(event, { url: process.env.URL, key: process.env.KEY })));
                await send({ ...event, channel: "PIGEON" }, { url: process.env.URL, key: process.env.KEY })
                  .catch((problem) => console.log(problem.message.slice(0, 3)));
                """;
        var program =
                MarkdownPage.write(directory, "send.mjs", page.blocks("js").getFirst() + call);

        // When
        var result = Shell.run(environment, List.of("node", program.toString()));

        // Then
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).isEqualTo("{\"id\":\"js-1\"}\n422\n");
    }

    @Test
    void thePageReportsItsWebVitalsOnce() {
        var chromium = Chromium.find();
        assumeTrue(chromium.isPresent(), "There is no Chromium on the path; name one in CHROMIUM.");

        // Given a page with the snippet, and the library that measures
        Queue<String> beacons = new ConcurrentLinkedQueue<>();
        try (var browser = new Chromium(chromium.get())) {
            var window = browser.page();
            window.route("https://shop.test/**", route -> answer(route, beacons));
            window.navigate("https://shop.test/shoes");

            // When it is left, comes back, and is left for good
            window.waitForResponse("**/page-views", () -> window.evaluate(HIDE));
            window.evaluate(HIDE);
            window.navigate("https://shop.test/bags");

            // Then
            assertThat(beacons).hasSize(1);
            var view = Json.read(beacons.element());
            assertThat(view.get("measures"))
                    .isEqualTo(Json.read("{\"CLS\":0.02,\"INP\":96,\"LCP\":1840,\"TTFB\":310}"));
            assertThat(view.get("page").asText()).isEqualTo("/shoes");
            assertThat(view.get("id").asText()).hasSize(36);
        }
    }

    private void answer(Route route, Queue<String> beacons) {
        var path = URI.create(route.request().url()).getPath();
        var answer = new Route.FulfillOptions();
        switch (path) {
            case "/page-views" -> {
                beacons.add(route.request().postData());
                answer.setStatus(204);
            }
            case "/js/web-vitals.js" -> answer.setContentType("text/javascript").setBody(VITALS);
            default ->
                answer.setContentType("text/html").setBody(page.blocks("html").getFirst());
        }
        route.fulfill(answer);
    }

    private void answersAsItSays(String example) {
        var expected = EXPECTED.matcher(example);
        assertThat(expected.find()).as("the example says what is answered").isTrue();

        // When
        var result = Shell.run(environment, List.of("bash", "-c", PRELUDE + example));

        // Then
        assertThat(result.output()).contains("status=" + expected.group(1)).contains(expected.group(2));
        assertThat(result.exitCode()).isZero();
    }

    private static String touchpoint(String code, String channel) {
        return """
                {"code":"%1$s","stage":"ACCESS","names":{"en":"%1$s"},"channels":["%2$s"],"promises":[],"owner":"BRAND"}""".formatted(code, channel);
    }

    private void put(String path, String body) {
        var reply = brand.caller().put("/api/v1/catalogue/" + path, Json.read(body));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }
}
