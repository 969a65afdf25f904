package io.ressenti.console.inbox;

import io.quarkus.qute.TemplateInstance;
import io.ressenti.console.page.Page;
import io.ressenti.console.page.Visitor;
import io.ressenti.console.session.Roles;
import io.ressenti.console.story.Story;
import io.ressenti.console.story.StoryTeller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The inbox: the list on the left, one alert's story on the right. */
@Path("/")
@RolesAllowed({Roles.LEAD, Roles.ADMIN})
@Produces(MediaType.TEXT_HTML)
class InboxResource {

    private final Visitor visitor;
    private final InboxReader inboxes;
    private final StoryTeller stories;

    InboxResource(Visitor visitor, InboxReader inboxes, StoryTeller stories) {
        this.visitor = visitor;
        this.inboxes = inboxes;
        this.stories = stories;
    }

    /** The list, and the story of the most urgent alert beside it where there is room. */
    @GET
    public Uni<TemplateInstance> inbox(@QueryParam("resolved") @DefaultValue("false") boolean resolved) {
        var page = visitor.page();
        return inboxes.read(page, resolved, null).flatMap(inbox -> withStory(page, inbox, inbox.first(), false));
    }

    /** One alert's story: the part that htmx asks for, or the whole inbox with it. */
    @GET
    @Path("alerts/{id}")
    public Uni<TemplateInstance> story(@PathParam("id") String id) {
        var page = visitor.page();
        if (visitor.asksForPart()) {
            return stories.tell(page, id)
                    .map(story -> Templates.story(page, story, null).setLocale(page.locale()));
        }
        return inboxes.read(page, false, null).flatMap(inbox -> withStory(page, inbox, id, true));
    }

    /** More of the list, or the list as it stands now. */
    @GET
    @Path("alerts/cards")
    public Uni<TemplateInstance> cards(
            @QueryParam("resolved") @DefaultValue("false") boolean resolved, @QueryParam("cursor") String cursor) {
        var page = visitor.page();
        return inboxes.read(page, resolved, cursor)
                .map(inbox -> Templates.cards(inbox, null).setLocale(page.locale()));
    }

    private Uni<TemplateInstance> withStory(Page page, Inbox inbox, String id, boolean askedFor) {
        var story = id == null ? Uni.createFrom().<Story>nullItem() : stories.tell(page, id);
        return story.map(
                told -> Templates.inbox(page, inbox, told, id, askedFor).setLocale(page.locale()));
    }
}
