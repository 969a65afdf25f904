package io.ressenti.console.story;

import io.ressenti.console.service.Fetched;
import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.Stage;
import java.util.List;

/**
 * Everything that the right side of the inbox shows.
 *
 * @param headline   the sentence that a person would say
 * @param journeyId  the client's own number of the order, visit or case; null where there is none
 * @param trouble    why there is no story; null where there is. Then everything else but the id is null
 */
public record Story(
        String id,
        AlertCard card,
        String headline,
        Stage stage,
        String channel,
        String customer,
        String journeyId,
        JourneyLine journey,
        ScoreView score,
        List<HistoryLine> history,
        Fetched.Trouble trouble) {

    static Story untold(String id, Fetched.Trouble trouble) {
        return new Story(id, null, null, null, null, null, null, null, null, List.of(), trouble);
    }

    public boolean open() {
        return card.state() == AlertState.OPEN;
    }

    public boolean resolved() {
        return card.resolved();
    }
}
