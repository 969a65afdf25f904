package io.ressenti.bench.latency;

import io.ressenti.cli.catalogue.Catalogue;
import io.ressenti.cli.catalogue.Catalogue.Channel;
import io.ressenti.cli.catalogue.Catalogue.Owner;
import io.ressenti.cli.catalogue.Catalogue.Touchpoint;
import io.ressenti.cli.client.AnswerGiven;
import io.ressenti.cli.client.ClientEvent;
import io.ressenti.cli.client.FeedbackEvent;
import io.ressenti.cli.client.TouchpointEvent;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The two ways in which a customer's dissatisfaction comes in. */
enum Kind {
    TOUCHPOINT,
    FEEDBACK;

    private static final String SOURCE = "bench";
    private static final String CODE = "bench-checkout";
    private static final String CHANNEL = "WEB";

    /** What the events need. */
    static Catalogue catalogue() {
        return new Catalogue(
                List.of(new Channel(CHANNEL, Map.of("en", "Web shop", "fr", "Boutique en ligne"), true)),
                List.of(),
                List.of(new Touchpoint(
                        CODE,
                        Stage.PURCHASE,
                        Map.of("en", "Checkout (bench)", "fr", "Passage en caisse (banc d’essai)"),
                        List.of(CHANNEL),
                        List.of(),
                        Owner.BRAND)));
    }

    /** A bad event of a customer and journey that nobody has heard of before, so that it opens an alert of its own. */
    ClientEvent badEvent(String customer, Instant now) {
        var journey = customer + "-journey";
        var id = customer + "-event";
        return switch (this) {
            case TOUCHPOINT ->
                new TouchpointEvent(
                        id, SOURCE, now, customer, journey, CODE, CHANNEL, null, Outcome.FAILURE, Map.of(), Map.of());
            case FEEDBACK ->
                new FeedbackEvent(
                        id,
                        SOURCE,
                        now,
                        customer,
                        journey,
                        CODE,
                        CHANNEL,
                        null,
                        List.of(AnswerGiven.csat(1, 5)),
                        null,
                        null);
        };
    }
}
