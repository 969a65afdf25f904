package io.ressenti.console.inbox;

import io.quarkus.logging.Log;
import io.ressenti.console.page.LocalPath;
import io.ressenti.console.page.Page;
import io.ressenti.console.page.Visitor;
import io.ressenti.console.service.Alert;
import io.ressenti.console.service.AlertsApi;
import io.ressenti.console.service.Fetched;
import io.ressenti.console.session.Roles;
import io.ressenti.console.story.StoryTeller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Doing something about an alert. Answers with the story and the card as they stand afterwards. */
@Path("/alerts/{id}/{action}")
@RolesAllowed({Roles.LEAD, Roles.ADMIN})
@Produces(MediaType.TEXT_HTML)
class ActionResource {

    private final Visitor visitor;
    private final AlertsApi alerts;
    private final StoryTeller stories;

    ActionResource(Visitor visitor, @RestClient AlertsApi alerts, StoryTeller stories) {
        this.visitor = visitor;
        this.alerts = alerts;
        this.stories = stories;
    }

    @POST
    public Uni<Response> act(
            @PathParam("id") String id,
            @PathParam("action") String name,
            @FormParam("text") String text,
            @FormParam("rootCause") String rootCause) {
        var action = AlertAction.named(name).orElseThrow(NotFoundException::new);
        var page = visitor.page();
        boolean part = visitor.asksForPart();
        var request = action.request(page.lead(), text, rootCause);
        return Fetched.of("notification", alerts.act(page.lead().bearer(), id, action.path(), request))
                .invoke(done -> log(page, action, done))
                .flatMap(done -> answer(page, id, part, done));
    }

    private Uni<Response> answer(Page page, String id, boolean part, Fetched<Alert> done) {
        if (!part && done.trouble() == null) {
            return Uni.createFrom()
                    .item(Response.seeOther(LocalPath.of("/alerts/" + id)).build());
        }
        return stories.tell(page, id).map(story -> {
            var template = Templates.story(page, story, done.trouble());
            return Response.ok(template.setLocale(page.locale())).build();
        });
    }

    private static void log(Page page, AlertAction action, Fetched<Alert> done) {
        Log.infof("event=alert.acted brand=%s action=%s trouble=%s", page.lead().brand(), action, done.trouble());
    }
}
