package io.ressenti.console.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** People who are looked after by an OpenID Connect provider, such as Keycloak. */
@ConfigMapping(prefix = "ressenti.console.single-sign-on")
interface SingleSignOnConfig {

    /** Whether people may log in through the provider. */
    @WithDefault("false")
    boolean enabled();

    /** The claim of the ID token that names the brand which somebody works for. */
    @WithDefault("brand")
    String brandClaim();
}
