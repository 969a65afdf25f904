package io.ressenti.console.story;

import io.ressenti.console.page.Page;
import io.ressenti.console.service.Alert;
import io.ressenti.console.service.AlertsApi;
import io.ressenti.console.service.Catalogue;
import io.ressenti.console.service.CustomerScore;
import io.ressenti.console.service.Fetched;
import io.ressenti.console.service.Journey;
import io.ressenti.console.service.Names;
import io.ressenti.console.service.ScoresApi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the services for what an alert's story needs, all at once, and puts it together. */
@ApplicationScoped
public class StoryTeller {

    private final AlertsApi alerts;
    private final Surroundings surroundings;
    private final ScoresApi scores;
    private final Catalogue catalogue;

    StoryTeller(
            @RestClient AlertsApi alerts,
            Surroundings surroundings,
            @RestClient ScoresApi scores,
            Catalogue catalogue) {
        this.alerts = alerts;
        this.surroundings = surroundings;
        this.scores = scores;
        this.catalogue = catalogue;
    }

    /** The story of one alert. Never fails: what is missing is said in the story. */
    public Uni<Story> tell(Page page, String id) {
        return Fetched.of("notification", alerts.get(page.lead().bearer(), id)).flatMap(fetched -> switch (fetched) {
            case Fetched.Found<Alert>(var alert) -> tell(page, alert);
            default -> Uni.createFrom().item(Story.untold(id, fetched.trouble()));
        });
    }

    private Uni<Story> tell(Page page, Alert alert) {
        var lead = page.lead();
        return Uni.combine()
                .all()
                .unis(
                        Fetched.of("touchpoint", surroundings.of(alert, lead.bearer())),
                        Fetched.of("scoring", scores.customer(lead.bearer(), alert.customer())),
                        catalogue.names(lead.brand(), lead.bearer()))
                .with((journey, score, names) -> story(page, alert, journey, score, names));
    }

    private static Story story(
            Page page, Alert alert, Fetched<Journey> journey, Fetched<CustomerScore> score, Names names) {
        var locale = page.locale();
        var now = Instant.now();
        var line = journey instanceof Fetched.Found<Journey>(var found)
                ? new JourneyReader(alert, score.orNull(), names, locale, now).read(found)
                : new JourneyLine(List.of(), null, journey.trouble());
        return new Story(
                alert.id(),
                AlertCard.of(alert, names, locale, now),
                new Headline(names, locale).of(alert, journey.orNull(), new Signals(score.orNull())),
                alert.stage(),
                names.channel(alert.channel(), locale),
                alert.customer(),
                alert.journeyId(),
                line,
                ScoreView.of(score, locale),
                HistoryLine.of(alert, now, locale),
                null);
    }
}
