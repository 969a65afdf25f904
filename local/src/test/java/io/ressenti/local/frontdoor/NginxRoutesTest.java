package io.ressenti.local.frontdoor;

import io.ressenti.local.setup.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The front door of compose and clusters ({@code docker/front-door/nginx.conf}) hands on what the launcher's does, to the same service. */
class NginxRoutesTest {

    private static final String NOBODY = "";

    /** In their order: the first that is found decides. */
    private static final SequencedMap<Pattern, String> ROUTES = new LinkedHashMap<>();

    private static String otherwise;

    @BeforeAll
    static void read() throws IOException {
        var configuration = Files.readString(Path.of("..", "docker", "front-door", "nginx.conf"));
        var start = configuration.indexOf("map $request_uri $service {");
        configuration
                .substring(start, configuration.indexOf("\n  }\n", start))
                .lines()
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .forEach(NginxRoutesTest::add);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/touchpoints",
                "/api/v1/touchpoints/batch",
                "/api/v1/catalogue/touchpoints/order-delivered",
                "/api/v1/rejected?limit=5",
                "/api/v1/customers/c-42/journey?from=2018-01-01T00:00:00Z",
                "/api/v1/customers/a%2Fb/journey",
                "/api/v1/customers/c-42/journeys",
                "/api/v1/customers/c-42/merge",
                "/api/v1/customers/c-42/unmerge",
                "/api/v1/customers/c-42",
                "/api/v1/customers/c-42?reason=asked",
                "/api/v1/journeys/o-17?limit=5",
                "/api/v1/journey-retention",
                "/api/v1/feedback",
                "/api/v1/feedback/batch",
                "/api/v1/scores/csat?by=touchpoint",
                "/api/v1/customers/c-42/score",
                "/api/v1/alerts/stream",
                "/api/v1/receivers/desk",
                "/api/v1/rules",
                "/",
                "/alerts/feed",
                "/apiary",
                "/services/console/q/openapi"
            })
    void handsOnAsTheLauncherDoes(String uri) {
        assertThat(Routes.of(uri)).isEqualTo(new Destination.To(route(uri), uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v2/touchpoints",
                "/api/v1/customers",
                "/api/v1/customers/c-42/secrets",
                "/api/v1/touchpointsandmore",
                "/api/v1/journey"
            })
    void knowsNoMoreThanTheLauncher(String uri) {
        assertThat(Routes.of(uri)).isInstanceOf(Destination.Unknown.class);
        assertThat(match(uri)).isEqualTo(NOBODY);
    }

    /** There it stands before a cluster: what is for the cluster alone does not go out, whatever the path is dressed up as. */
    @ParameterizedTest
    @CsvSource({
        "/q/metrics",
        "/q?x",
        "/api/v1/alerts/../../../q/metrics",
        "/api/v1/alerts/%2e%2E/../q/metrics",
        "/api/v1/alerts%2f..%2f..%2fq",
        "/.."
    })
    void keepsInsideWhatIsNobodysBusiness(String uri) {
        assertThat(match(uri)).isEqualTo(NOBODY);
    }

    private static Service route(String uri) {
        return Service.named(match(uri)).orElseThrow(() -> new AssertionError("nobody has " + uri));
    }

    private static String match(String uri) {
        return ROUTES.entrySet().stream()
                .filter(route -> route.getKey().matcher(uri).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    /** {@code ~^/api/v1/rules([/?]|$) notification-service;}, or with {@code ~*} whatever the case. */
    private static void add(String line) {
        var words = line.substring(0, line.length() - 1).split("\\s+");
        var pattern = unquoted(words[0]);
        var service = unquoted(words[1]);
        if (pattern.equals("default")) {
            otherwise = service;
        } else if (pattern.startsWith("~*")) {
            ROUTES.put(Pattern.compile(pattern.substring(2), Pattern.CASE_INSENSITIVE), service);
        } else {
            assertThat(pattern).startsWith("~");
            ROUTES.put(Pattern.compile(pattern.substring(1)), service);
        }
    }

    private static String unquoted(String word) {
        return word.startsWith("\"") ? word.substring(1, word.length() - 1) : word;
    }
}
