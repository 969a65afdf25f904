package io.ressenti.console.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.ressenti.console.feeling.EmotionCurve;
import io.ressenti.console.feeling.Feeling;
import io.ressenti.console.page.Page;
import io.ressenti.console.service.Fetched;
import io.ressenti.console.story.AlertCard;
import io.ressenti.console.story.HistoryLine;
import io.ressenti.console.story.JourneyLine;
import io.ressenti.console.story.ScoreView;
import io.ressenti.console.story.Step;
import io.ressenti.console.story.Story;
import io.ressenti.console.text.Moment;
import io.ressenti.contracts.Answer;

/**
 * The inbox's templates; the build checks every expression in them against these parameters. {@code @TemplateData}: of a type that
 * also stands in a message, Qute would otherwise generate the members that the message reads and no others.
 */
@TemplateData(target = Inbox.class)
@TemplateData(target = Story.class)
@TemplateData(target = AlertCard.class)
@TemplateData(target = HistoryLine.class)
@TemplateData(target = JourneyLine.class)
@TemplateData(target = Step.class)
@TemplateData(target = Answer.class)
@TemplateData(target = ScoreView.class)
@TemplateData(target = EmotionCurve.class)
@TemplateData(target = EmotionCurve.Point.class)
@TemplateData(target = Feeling.class)
@TemplateData(target = Moment.class)
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
