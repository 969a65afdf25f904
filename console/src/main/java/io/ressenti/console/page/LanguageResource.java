package io.ressenti.console.page;

import io.ressenti.console.text.Language;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** The switch between languages. */
@Path("/language")
@PermitAll
class LanguageResource {

    private static final int ONE_YEAR_SECONDS = 365 * 24 * 3600;

    @POST
    public Response choose(@FormParam("language") String language, @FormParam("back") String back) {
        var cookie = new NewCookie.Builder(Language.COOKIE)
                .value(Language.of(language, null).tag())
                .path("/")
                .maxAge(ONE_YEAR_SECONDS)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
        return Response.seeOther(LocalPath.orHome(back)).cookie(cookie).build();
    }
}
