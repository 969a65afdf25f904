package io.ressenti.console.page;

import io.quarkus.security.identity.SecurityIdentity;
import io.ressenti.console.session.Lead;
import io.ressenti.console.text.Language;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** Everything about a request that a page depends on besides its path: who, in which language, and asked by whom. */
@RequestScoped
public class Visitor {

    private static final String CSRF_COOKIE = "ressenti_csrf";

    private final SecurityIdentity identity;
    private final RoutingContext context;

    Visitor(SecurityIdentity identity, RoutingContext context) {
        this.identity = identity;
        this.context = context;
    }

    /** Who is looking; null before login. */
    public Lead lead() {
        return Lead.of(identity);
    }

    /** The language of the switch where it was used, else the browser's. */
    public Language language() {
        var chosen = context.request().getCookie(Language.COOKIE);
        return Language.of(
                chosen == null ? null : chosen.getValue(), context.request().getHeader("Accept-Language"));
    }

    /** What every page needs. */
    public Page page() {
        return new Page(language(), context.request().path(), csrf(), lead());
    }

    /** Whether htmx asks for a part of the page, rather than a browser for the whole. */
    public boolean asksForPart() {
        var request = context.request();
        return request.getHeader("HX-Request") != null && request.getHeader("HX-History-Restore-Request") == null;
    }

    /** Whether the request came over https. */
    public boolean https() {
        return context.request().isSSL();
    }

    /** The filter's new token, else the one that the browser already holds: an answer to a form needs one for the next form. */
    private String csrf() {
        String fresh = context.get("csrf_token");
        var held = context.request().getCookie(CSRF_COOKIE);
        return fresh != null ? fresh : held == null ? "" : held.getValue();
    }
}
