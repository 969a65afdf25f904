package io.ressenti.console.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An OpenID Connect provider that believes everything: the code that it is shown holds the claims of the ID token that it gives for
 * it, see {@link #code}. A real Keycloak is in the e2e-tests.
 */
public final class ProviderStandIn implements QuarkusTestResourceLifecycleManager {

    private static final String CLIENT = "console";

    /** System property that holds its address: the application under test has classes of its own. */
    private static final String URL = "ressenti.test.provider-url";

    private final Vertx vertx = Vertx.vertx();
    private KeyPair keys;
    private String url;

    /** The code for which the provider gives an ID token with {@code claims}. */
    public static String code(Map<String, Object> claims) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new JsonObject(claims).toBuffer().getBytes());
    }

    /** Where it is. */
    public static String url() {
        return System.getProperty(URL);
    }

    @Override
    public Map<String, String> start() {
        try {
            keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(this::route)
                    .listen(0, "localhost")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            url = "http://localhost:" + server.actualPort();
            System.setProperty(URL, url);
            return Map.of(
                    "ressenti.console.single-sign-on.enabled",
                    "true",
                    "quarkus.oidc.leads.auth-server-url",
                    url,
                    "quarkus.oidc.leads.client-id",
                    CLIENT,
                    "quarkus.oidc.leads.credentials.secret",
                    "known-to-everybody-for-development");
        } catch (Exception e) {
            throw new IllegalStateException("the provider cannot be started", e);
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void route(HttpServerRequest request) {
        switch (request.path()) {
            case "/.well-known/openid-configuration" -> answer(request, discovery());
            case "/keys" -> answer(request, keys());
            case "/token" -> {
                request.setExpectMultipart(true);
                request.end().onSuccess(read -> answer(request, tokens(request.formAttributes())));
            }
            default -> request.response().setStatusCode(404).end();
        }
    }

    private JsonObject discovery() {
        return new JsonObject()
                .put("issuer", url)
                .put("authorization_endpoint", url + "/authorize")
                .put("token_endpoint", url + "/token")
                .put("jwks_uri", url + "/keys")
                .put("end_session_endpoint", url + "/logout");
    }

    private JsonObject keys() {
        var key = (RSAPublicKey) keys.getPublic();
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kty", "RSA")
                                        .put("kid", "one")
                                        .put("alg", "RS256")
                                        .put("use", "sig")
                                        .put("n", number(key.getModulus().toByteArray()))
                                        .put("e", number(key.getPublicExponent().toByteArray()))));
    }

    private JsonObject tokens(MultiMap asked) {
        var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(asked.get("code"))));
        var token = Jwt.claims(claims.getMap())
                .issuer(url)
                .audience(CLIENT)
                .expiresIn(60)
                .jws()
                .keyId("one")
                .sign(keys.getPrivate());
        return new JsonObject()
                .put("id_token", token)
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", 60);
    }

    private static String number(byte[] bytes) {
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static void answer(HttpServerRequest request, JsonObject json) {
        request.response().putHeader("Content-Type", "application/json").end(json.toBuffer());
    }
}
