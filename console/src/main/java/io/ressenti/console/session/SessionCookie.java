package io.ressenti.console.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** The cookie that holds a lead's token: out of scripts' reach, never sent from another site. */
@ApplicationScoped
public class SessionCookie {

    static final String NAME = "ressenti_session";

    private final SessionConfig config;

    SessionCookie(SessionConfig config) {
        this.config = config;
    }

    /**
     * The cookie for a login.
     *
     * @param https whether the request came over https
     */
    public NewCookie holding(String token, boolean https) {
        return cookie(token, config.duration(), https);
    }

    /** Takes the cookie away. */
    public NewCookie removed(boolean https) {
        return cookie("", Duration.ZERO, https);
    }

    private NewCookie cookie(String value, Duration maxAge, boolean https) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge((int) maxAge.toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(https || config.secureCookie())
                .build();
    }
}
