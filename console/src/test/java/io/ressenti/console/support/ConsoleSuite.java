package io.ressenti.console.support;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What the tests of a running console share: logging in as a person would, and steering the services behind it. */
@QuarkusTestResource(ConsoleResources.class)
public abstract class ConsoleSuite {

    @BeforeEach
    void forgetWhatWasDone() {
        control("/control/reset", "");
    }

    /** A browser of its own: keeps cookies, follows no redirect, brings the token back that its forms hold. */
    protected static final class Visit {

        private final CookieFilter cookies = new CookieFilter();
        private String csrf = "";

        public Visit() {}

        public Response get(String path) {
            var response = request().get(path);
            var held = response.getCookie("ressenti_csrf");
            csrf = held == null ? csrf : held;
            return response;
        }

        public Response post(String path, String... fields) {
            var request = request()
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("csrf", csrf);
            for (int i = 0; i < fields.length; i += 2) {
                request.formParam(fields[i], fields[i + 1]);
            }
            return request.post(path);
        }

        public RequestSpecification request() {
            return given().filter(cookies)
                    .redirects()
                    .follow(false)
                    .header("Accept-Language", "en")
                    .header("Accept", "text/html");
        }
    }

    /** Somebody who has logged in. */
    protected static Visit as(String name) {
        var visit = new Visit();
        visit.get("/login");
        visit.post("/login", "name", name, "password", ConsoleResources.PASSWORD)
                .then()
                .statusCode(303);
        return visit;
    }

    /** The services behind the console answer 503 to paths that match. */
    protected static void away(String path) {
        control("/control/away?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8), "");
    }

    /** The services lose their open streams. */
    protected static void dropStreams() {
        control("/control/drop", "");
    }

    /** notification-service tells of a new alert. */
    protected static void tellOfAlert(String brand, String id, String state, int revision) {
        var alert = RecordedBrand.alert(id, "HIGH", state, 0, "payment", "c-1", "o-1")
                .put("revision", revision)
                .put(
                        "cause",
                        new JsonObject()
                                .put("eventId", "e")
                                .put("eventSource", "s")
                                .put("outcome", "FAILURE"));
        var told = new JsonObject().put("change", "OPENED").put("alert", alert);
        control("/control/tell?brand=" + brand, told.encode());
    }

    /** notification-service's stream says something else: the event's lines without its id. */
    protected static void say(String brand, String event) {
        control("/control/say?brand=" + brand, event);
    }

    private static void control(String path, String body) {
        var services = System.getProperty(ConsoleResources.SERVICES_URL);
        var request = HttpRequest.newBuilder(URI.create(services + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the stand-in cannot be steered", e);
        }
    }

    protected static String url() {
        return "http://localhost:" + RestAssured.port;
    }
}
