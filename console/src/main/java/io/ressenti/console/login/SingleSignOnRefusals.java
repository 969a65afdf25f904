package io.ressenti.console.login;

import io.quarkus.arc.Unremovable;
import io.quarkus.logging.Log;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Logs that the provider has sent somebody back without letting them in. Here its answer arrives, and its state has been checked; the
 * login page that follows can be opened by anybody, with any error.
 */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.ERROR_PAGE)
class SingleSignOnRefusals implements OidcRedirectFilter {

    @Override
    public void filter(OidcRedirectContext redirect) {
        Log.warn("event=login.refused way=single-sign-on by=provider");
    }
}
