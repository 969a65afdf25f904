package io.ressenti.console.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.ressenti.console.feeling.Feeling;
import io.ressenti.console.service.Fetched.Trouble;
import io.ressenti.contracts.AlertChange;
import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;

/**
 * Every word of the pages. The texts stand in {@code messages/msg_en.properties} and {@code msg_fr.properties}; the build fails
 * where a page uses a word that is not here.
 */
@MessageBundle(locale = "en")
public interface Words {

    @Message
    String product();

    @Message
    String skipToContent();

    @Message
    String mainNavigation();

    @Message
    String language();

    @Message
    String loggedInAs();

    @Message
    String brandOf(String brand);

    @Message
    String logOut();

    @Message
    String logIn();

    @Message
    String logInByProvider();

    @Message
    String providerRefused();

    @Message
    String strangerText(String want);

    @Message
    String strangerThen();

    @Message
    String strangerOther();

    @Message
    String logOutThere();

    @Message
    String toLogin();

    @Message
    String goOn();

    @Message
    String welcome();

    @Message
    String welcomeText();

    @Message
    String wrongLogin();

    @Message
    String tooBusy();

    @Message
    String tooManyTries(long seconds);

    @Message
    String name();

    @Message
    String password();

    @Message
    String loginHelp();

    @Message
    String didNotWork();

    @Message
    String failureTitle(int status);

    @Message
    String failureText(int status);

    @Message
    String toInbox();

    @Message
    String inbox();

    @Message
    String scores();

    @Message
    String connecting();

    @Message
    String live();

    @Message
    String reconnecting();

    @Message
    String lostBanner();

    @Message
    String keysTitle();

    @Message
    String nextPrevious();

    @Message
    String showNew();

    @Message
    String close();

    @Message
    String whichAlerts();

    @Message
    String toDo();

    @Message
    String done();

    @Message
    String newAlert();

    @Message
    String newAlerts();

    @Message
    String showMore();

    @Message
    String nothingDone();

    @Message
    String nothingDoneText();

    @Message
    String nobodyLetDown();

    @Message
    String nobodyLetDownText();

    @Message
    String story();

    @Message
    String firstEvent();

    @Message
    String firstEventText();

    @Message
    String firstEventNext();

    @Message
    String firstEventThen();

    @Message
    String tryAgain();

    @Message
    String troubleTitle(Trouble trouble);

    @Message
    String troubleText(Trouble trouble);

    @Message
    String actionTrouble(Trouble trouble);

    @Message
    String severity(Severity severity);

    @Message
    String state(AlertState state);

    @Message
    String signals(int n);

    @Message
    String assignedTo(String name);

    @Message
    String touchpoint();

    @Message
    String partner();

    @Message
    String channel();

    @Message
    String customer();

    @Message
    String journeyNumber();

    @Message
    String actions();

    @Message
    String acknowledge();

    @Message
    String assignToMe();

    @Message
    String note();

    @Message
    String noteLabel();

    @Message
    String saveNote();

    @Message
    String resolve();

    @Message
    String resolveLabel();

    @Message
    String rootCauseLabel();

    @Message
    String reopen();

    @Message
    String saidAbout(String touchpoint);

    @Message
    String journey();

    @Message
    String journeyRegion();

    @Message
    String journeyEmpty();

    @Message
    String curveAlternative();

    @Message
    String noCurve();

    @Message
    String promiseBroken();

    @Message
    String promiseKept();

    @Message
    String causeMark();

    @Message
    String rated(Integer value, Integer scale);

    @Message
    String emotion(Emotion emotion);

    @Message
    String feeling(Feeling feeling);

    @Message
    String outcome(Outcome outcome);

    @Message
    String stage(Stage stage);

    @Message
    String customerScore();

    @Message
    String of100();

    @Message
    String band(String band);

    @Message
    String scoreAlternative(String experienced, String remembered);

    @Message
    String experienced();

    @Message
    String remembered();

    @Message
    String restsOn();

    @Message
    String signalsOf(String n);

    @Message
    String noScoreYet();

    @Message
    String history();

    @Message
    String change(AlertChange change);

    @Message
    String by(String name);

    @Message
    String rootCauseIs(String cause);

    @Message
    String scoresText();

    @Message
    String noScores();

    @Message
    String noScoresText();

    @Message
    String experience();

    @Message
    String experienceRange();

    @Message
    String csat();

    @Message
    String csatRange();

    @Message
    String nps();

    @Message
    String npsRange();

    @Message
    String dissatisfied();

    @Message
    String dissatisfiedRange();

    @Message
    String notAsked();

    @Message
    String tooFew();

    @Message
    String meanOf(String mean);

    @Message
    String interval(String low, String high);

    @Message
    String nOf(String n);
}
