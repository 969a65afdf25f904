package io.ressenti.console.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.ressenti.console.page.Page;
import io.ressenti.console.service.Fetched;
import io.ressenti.console.story.AlertCard;
import io.ressenti.console.story.Story;

/** The inbox's templates; the build checks every expression in them against these parameters. */
@CheckedTemplate(basePath = "inbox")
final class Templates {

    private Templates() {}

    /**
     * The whole page.
     *
     * @param story    null where there is none to show
     * @param selected id of the alert whose story it is; null for none
     * @param askedFor whether somebody asked for this very story, so that a narrow screen shows it instead of the list
     */
    static native TemplateInstance inbox(Page page, Inbox inbox, Story story, String selected, boolean askedFor);

    static native TemplateInstance cards(Inbox inbox, String selected);

    static native TemplateInstance card(AlertCard card, String selected);

    /** One story; {@code trouble} says why what was asked for was not done, null where it was. */
    static native TemplateInstance story(Page page, Story story, Fetched.Trouble trouble);
}
