package io.ressenti.console.login;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ressenti.console.support.ConsoleSuite;
import io.ressenti.console.support.LogLines;
import io.ressenti.console.support.ProviderStandIn;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** People whom a provider lets in, and what becomes of them by what it says of them. */
@QuarkusTest
@TestProfile(SingleSignOnTest.WithProvider.class)
class SingleSignOnTest extends ConsoleSuite {

    /** A provider that answers. */
    public static final class WithProvider implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ProviderStandIn.class));
        }
    }

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"]*|http[^\"]+)\"");

    private final Visit visit = new Visit();
    private LogLines log;

    @BeforeEach
    void readTheLog() {
        log = LogLines.of(SingleSignOnTest.class);
    }

    @AfterEach
    void readItNoMore() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "acme-shoes_2.eu", "société"})
    void whoeverHasABrandAndARoleGetsASessionOfOurs(String brand) {
        // When
        var answer = comeBackWith(Map.of("brand", brand, "roles", List.of("lead", "uma_authorization")));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.getCookie("ressenti_session")).isNotBlank();
        assertThat(log.all()).containsExactly("event=login.succeeded brand=" + brand + " way=single-sign-on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "acme shoes", "acme\nevent=forged", "acme ", "acme|shoes", "ac\u0000me", "ac\u00a0me"})
    void aBrandThatIsNotOneWordIsNone(String brand) {
        // When
        var answer = comeBackWith(Map.of("brand", brand, "roles", List.of("lead")));

        // Then
        assertIsStranger(answer, "does not say for which brand you work", "brand");
    }

    @Test
    void whoeverHasNoBrandIsToldWhatToDo() {
        // When
        var answer = comeBackWith(Map.of("roles", List.of("lead")));

        // Then
        assertIsStranger(answer, "does not say for which brand you work", "brand");
    }

    @Test
    void whoeverHasNoneOfTheRolesIsToldWhatToDo() {
        // When
        var answer = comeBackWith(Map.of("brand", "acme", "roles", List.of("uma_authorization")));

        // Then
        assertIsStranger(answer, "gives you none of the roles of Ressenti (lead, analyst, admin)", "role");
    }

    @Test
    void whomTheProviderSendsBackWithoutLettingThemInStandsInTheLogOnce() {
        // Given
        var asked = askProvider();

        // When
        var answer = visit.get("/login/sso/back?error=access_denied&state=" + asked.get("state"));

        // Then
        assertThat(URI.create(answer.getHeader("Location")).getPath()).isEqualTo("/login");
        visit.get("/login?error=access_denied").then().body(containsString("has not let you in"));
        visit.get("/login?error=access_denied").then().body(containsString("has not let you in"));
        assertThat(log.all()).containsExactly("event=login.refused way=single-sign-on by=provider");
    }

    @Test
    void anErrorThatAnybodyWritesIsNotLogged() {
        // When
        var page = visit.get("/login?error=access_denied");
        var back = visit.get("/login/sso/back?error=access_denied&state=invented");

        // Then
        page.then().statusCode(200).body(containsString("has not let you in"));
        assertThat(back.getCookie("ressenti_session")).isNull();
        assertThat(log.all()).isEmpty();
    }

    private void assertIsStranger(Response answer, String because, String reason) {
        answer.then()
                .statusCode(403)
                .body(containsString(because))
                .body(containsString("Ask whoever looks after that login"));
        assertThat(LINK.matcher(answer.asString()).results().map(link -> link.group(1)))
                .containsExactly("/", ProviderStandIn.url() + "/logout", "/login");
        assertThat(answer.getCookie("ressenti_session")).isNull();
        assertThat(log.all()).containsExactly("event=login.refused way=single-sign-on reason=" + reason);
    }

    /** Goes to the provider, and comes back as somebody of whom it says {@code claims}. */
    private Response comeBackWith(Map<String, Object> claims) {
        var asked = askProvider();
        Map<String, Object> all = new HashMap<>(claims);
        all.put("sub", "1");
        all.put("preferred_username", "lena");
        all.put("nonce", asked.get("nonce"));
        var back = visit.get("/login/sso/back?code=" + ProviderStandIn.code(all) + "&state=" + asked.get("state"));
        assertThat(back.statusCode()).isEqualTo(302);
        return visit.get(URI.create(back.getHeader("Location")).getPath());
    }

    /** What the provider is asked. */
    private Map<String, String> askProvider() {
        var there = URI.create(visit.get("/login/sso").getHeader("Location"));
        return Stream.of(there.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0],
                        parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
    }
}
