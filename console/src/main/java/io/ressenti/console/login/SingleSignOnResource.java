package io.ressenti.console.login;

import io.quarkus.logging.Log;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.ressenti.console.page.LocalPath;
import io.ressenti.console.page.Page;
import io.ressenti.console.page.Visitor;
import io.ressenti.console.session.Person;
import io.ressenti.console.session.SessionCookie;
import io.ressenti.console.session.SessionTokens;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Where somebody arrives whom the provider has let in. The extension has led them there and back and has checked the ID token; all
 * that is kept of it is a session of ours, the same as after a password.
 */
@Path(SingleSignOnResource.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class SingleSignOnResource {

    static final String PATH = "/login/sso";

    private final SecurityIdentity identity;
    private final OidcSession providersSession;
    private final OidcConfigurationMetadata provider;
    private final SingleSignOnConfig config;
    private final SessionTokens tokens;
    private final SessionCookie cookie;
    private final Visitor visitor;

    SingleSignOnResource(
            SecurityIdentity identity,
            OidcSession providersSession,
            OidcConfigurationMetadata provider,
            SingleSignOnConfig config,
            SessionTokens tokens,
            SessionCookie cookie,
            Visitor visitor) {
        this.identity = identity;
        this.providersSession = providersSession;
        this.provider = provider;
        this.config = config;
        this.tokens = tokens;
        this.cookie = cookie;
        this.visitor = visitor;
    }

    /**
     * Begins a session. The next page is opened by this page and not by a redirection: the browser came from another site, and
     * would not send our cookie (SameSite=Strict) along to where it is redirected.
     */
    @GET
    public Uni<Response> arrive(@QueryParam("next") String next) {
        if (!config.enabled()) {
            throw new NotFoundException();
        }
        return providersSession.logout().map(gone -> switch (Newcomer.of(identity, config.brandClaim())) {
            case Newcomer.Welcome welcome -> letIn(welcome.person(), next);
            case Newcomer.Stranger stranger -> refuse(stranger.want());
        });
    }

    /** Where the provider sends people; somebody who steps back to it, and logs in once more, ends here. */
    @GET
    @Path("back")
    public Uni<Response> arriveAgain() {
        return arrive(null);
    }

    private Response letIn(Person person, String next) {
        Log.infof("event=login.succeeded brand=%s way=single-sign-on", person.brand());
        var page = visitor.page();
        return Response.ok(Templates.arrived(page, LocalPath.orHome(next).toString())
                        .setLocale(page.locale()))
                .cookie(cookie.holding(tokens.issue(person), visitor.https()))
                .build();
    }

    /** The provider would let them in again without asking: only logging out there lets them take another account. */
    private Response refuse(Newcomer.Want want) {
        Log.warnf("event=login.refused way=single-sign-on reason=%s", want.reason());
        var page = visitor.page();
        return Response.status(Response.Status.FORBIDDEN)
                .entity(Templates.stranger(page, want.reason(), provider.getEndSessionUri())
                        .setLocale(page.locale()))
                .build();
    }

    @CheckedTemplate(basePath = "login")
    static class Templates {
        static native TemplateInstance arrived(Page page, String next);

        /** @param logOut where the provider logs people out; null where it does not say */
        static native TemplateInstance stranger(Page page, String want, String logOut);
    }
}
