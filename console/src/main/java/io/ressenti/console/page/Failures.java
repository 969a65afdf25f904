package io.ressenti.console.page;

import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.ressenti.console.session.Lead;
import io.ressenti.console.text.Language;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The pages for when something is not there, not allowed, or broken. */
class Failures {

    private final Visitor visitor;

    Failures(Visitor visitor) {
        this.visitor = visitor;
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused) {
        return page(Response.Status.FORBIDDEN.getStatusCode());
    }

    /** Redirections and the like pass; errors get a page. */
    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        return status < 400 ? failure.getResponse() : page(status);
    }

    @ServerExceptionMapper
    Response broken(RuntimeException failure) {
        Log.error("event=page.failed", failure);
        return page(Response.Status.INTERNAL_SERVER_ERROR.getStatusCode());
    }

    private Response page(int status) {
        var page = visitor.page();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.failure(page, status).setLocale(page.locale()))
                .build();
    }

    @TemplateData(target = Page.class)
    @TemplateData(target = Language.class)
    @TemplateData(target = Lead.class)
    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance failure(Page page, int status);
    }
}
