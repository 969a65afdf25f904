package io.ressenti.console.login;

import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.ressenti.console.page.LocalPath;
import io.ressenti.console.page.Page;
import io.ressenti.console.page.Visitor;
import io.ressenti.console.session.SessionCookie;
import io.ressenti.console.session.SessionTokens;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Logging in and out. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class LoginResource {

    private static final int LONGEST_INPUT = 200;

    private final Users users;
    private final LoginGate gate;
    private final LoginThrottle throttle;
    private final SingleSignOnConfig singleSignOn;
    private final SessionTokens tokens;
    private final SessionCookie cookie;
    private final Visitor visitor;

    LoginResource(
            Users users,
            LoginGate gate,
            LoginThrottle throttle,
            SingleSignOnConfig singleSignOn,
            SessionTokens tokens,
            SessionCookie cookie,
            Visitor visitor) {
        this.users = users;
        this.gate = gate;
        this.throttle = throttle;
        this.singleSignOn = singleSignOn;
        this.tokens = tokens;
        this.cookie = cookie;
        this.visitor = visitor;
    }

    /**
     * The form.
     *
     * @param error where the provider has not let somebody in, or is away; anybody can write it, so it is neither shown nor logged
     */
    @GET
    @Path("login")
    public TemplateInstance form(@QueryParam("next") String next, @QueryParam("error") String error) {
        var refusal = error == null || !singleSignOn.enabled() ? Refusal.NONE : Refusal.PROVIDER;
        return page(LocalPath.orHome(next), "", refusal);
    }

    /** Wrong name, wrong password: the same words and the same time, so that nobody learns which names exist. */
    @POST
    @Path("login")
    @Blocking
    public Response login(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") String next) {
        if (name.length() > LONGEST_INPUT || password.length() > LONGEST_INPUT) {
            return refused(Response.Status.UNAUTHORIZED, next, "", Refusal.WRONG);
        }
        return gate.pass(() -> tryLogin(name, password, next)).orElseGet(() -> {
            Log.warn("event=login.busy");
            return refused(Response.Status.TOO_MANY_REQUESTS, next, name, Refusal.BUSY);
        });
    }

    private Response tryLogin(String name, String password, String next) {
        var wait = throttle.take(name);
        if (!wait.isZero()) {
            Log.warn("event=login.throttled");
            return refused(Response.Status.TOO_MANY_REQUESTS, next, name, Refusal.until(wait));
        }
        var user = users.authenticate(name, password);
        if (user.isEmpty()) {
            Log.warn("event=login.refused");
            return refused(Response.Status.UNAUTHORIZED, next, name, Refusal.WRONG);
        }
        throttle.succeeded(name);
        Log.infof("event=login.succeeded brand=%s", user.get().brand());
        return Response.seeOther(LocalPath.orHome(next))
                .cookie(cookie.holding(tokens.issue(user.get()), visitor.https()))
                .build();
    }

    @POST
    @Path("logout")
    public Response logout() {
        return Response.seeOther(LocalPath.of("/login"))
                .cookie(cookie.removed(visitor.https()))
                .build();
    }

    private Response refused(Response.Status status, String next, String name, Refusal refusal) {
        var response = Response.status(status).entity(page(LocalPath.orHome(next), name, refusal));
        return refusal.waitSeconds() == 0
                ? response.build()
                : response.header(HttpHeaders.RETRY_AFTER, refusal.waitSeconds())
                        .build();
    }

    private TemplateInstance page(URI next, String name, Refusal refusal) {
        var page = visitor.page();
        return Templates.login(page, next.toString(), name, refusal, ways(next)).setLocale(page.locale());
    }

    private LoginWays ways(URI next) {
        if (!singleSignOn.enabled()) {
            return new LoginWays(true, null);
        }
        var parameter = URLEncoder.encode(next.toString(), StandardCharsets.UTF_8);
        return new LoginWays(users.anybody(), SingleSignOnResource.PATH + "?next=" + parameter);
    }

    @TemplateData(target = Refusal.class)
    @TemplateData(target = LoginWays.class)
    @CheckedTemplate(basePath = "login")
    static class Templates {
        static native TemplateInstance login(Page page, String next, String name, Refusal refusal, LoginWays ways);
    }
}
