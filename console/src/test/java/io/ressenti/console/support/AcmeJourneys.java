package io.ressenti.console.support;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static io.ressenti.console.support.RecordedBrand.ago;
import static io.ressenti.console.support.RecordedBrand.alert;
import static io.ressenti.console.support.ServicesStandIn.array;

/** A few days in the life of a shop: late parcels, a failed payment, a queue, and customers who say so. */
final class AcmeJourneys {

    private AcmeJourneys() {}

    static void record(RecordedBrand acme) {
        catalogue(acme);
        lateParcel(acme);
        others(acme);
        replayed(acme);
        scores(acme);
    }

    private static void catalogue(RecordedBrand acme) {
        acme.touchpoint("product-page", "DISCOVERY", "Product page", "Page produit");
        acme.touchpoint("checkout", "PURCHASE", "Checkout", "Panier et commande");
        acme.touchpoint("payment", "PURCHASE", "Payment", "Paiement");
        acme.touchpoint("delivery", "ACCESS", "Delivery", "Livraison");
        acme.touchpoint("store-queue", "PURCHASE", "Queue at the till", "Attente en caisse");
        acme.touchpoint("support-call", "SUPPORT", "Support call", "Appel à l’assistance");
        channel(acme, "COURIER", "Courier", "Coursier");
        channel(acme, "WEB", "Web shop", "Boutique en ligne");
        channel(acme, "EMAIL", "E-mail", "Courriel");
        acme.entry("partners", new JsonObject().put("code", "rapido").put("name", "Rapido Couriers"));
        acme.entry("partners", new JsonObject().put("code", "atelier").put("name", "Atelier Nord"));
    }

    private static void channel(RecordedBrand acme, String code, String english, String french) {
        var names = new JsonObject().put("en", english).put("fr", french);
        acme.entry("channels", new JsonObject().put("code", code).put("names", names));
    }

    private static void lateParcel(RecordedBrand acme) {
        var answer = new JsonObject()
                .put("type", "CSAT")
                .put("value", 1)
                .put("scale", 5)
                .put("polarity", "HIGHER_IS_BETTER");
        var felt = new JsonObject().put("type", "EMOTION").put("emotion", "disappointed");
        var promise = promise("delayHours", 36.0, 0.0, 72.0);
        acme.put(alert("a-1", "CRITICAL", "OPEN", 2, "delivery", "c-42", "o-17")
                .put("partner", "rapido")
                .put("emotion", "disappointed")
                .put("signals", 3)
                .put("scoreBefore", 72.0)
                .put("scoreAfter", 38.0)
                .put("revision", 2)
                .put("cause", cause("r-8", "survey").put("answer", answer))
                .put(
                        "history",
                        array(
                                new JsonObject()
                                        .put("revision", 1)
                                        .put("change", "OPENED")
                                        .put("at", ago(Duration.ofHours(20))),
                                new JsonObject()
                                        .put("revision", 2)
                                        .put("change", "SIGNAL_ADDED")
                                        .put("at", ago(Duration.ofMinutes(2))))));
        acme.journey(
                "c-42",
                moment("e-1", "product-page", "DISCOVERY", "WEB", Duration.ofHours(196)),
                moment("e-2", "checkout", "PURCHASE", "WEB", Duration.ofHours(195)),
                moment("e-3", "payment", "PURCHASE", "WEB", Duration.ofHours(195))
                        .put("promises", array(promise("approvalHours", 1.0, 24.0, 48.0))),
                moment("e-4", "delivery", "ACCESS", "COURIER", Duration.ofHours(20))
                        .put("partner", "rapido")
                        .put("promises", array(promise)),
                moment("r-8", "delivery", "DEBRIEF", "EMAIL", Duration.ofMinutes(2))
                        .put("kind", "FEEDBACK")
                        .put("source", "survey")
                        .putNull("outcome")
                        .put("partner", "rapido")
                        .put("answers", array(answer, felt))
                        .put("language", "en")
                        .put(
                                "comment",
                                "It was meant for my daughter’s birthday. Nobody told me that it would be late, and the "
                                        + "courier left it in the rain."));
        acme.customer(
                "c-42",
                new JsonObject()
                        .put("customer", "c-42")
                        .put("experienced", 38.2)
                        .put("remembered", 21.0)
                        .put("band", "AT_RISK")
                        .put("n", 6)
                        .put("effectiveN", 4.1)
                        .put(
                                "signals",
                                array(
                                        signal("e-1", "shop", 78, false),
                                        signal("e-2", "shop", 88, false),
                                        signal("e-3", "shop", 100, false),
                                        signal("e-4", "shop", 50, false)
                                                .put("value", 37.5)
                                                .put("dissatisfied", true),
                                        signal("r-8", "survey", 0, true),
                                        signal("r-8", "survey", 10, true))));
    }

    private static void others(RecordedBrand acme) {
        acme.journey(
                "c-12",
                moment("r-11", "support-call", "SUPPORT", "WEB", Duration.ofMinutes(65))
                        .put("kind", "FEEDBACK")
                        .put("journeyId", "case-4")
                        .put("comment", "<script>alert(1)</script> & no answer"));
        acme.put(alert("a-2", "CRITICAL", "ACKNOWLEDGED", 14, "payment", "c-77", "o-31")
                .put("channel", "WEB")
                .put("stage", "PURCHASE")
                .put("cause", cause("e-9", "shop").put("outcome", "FAILURE")));
        acme.put(alert("a-3", "HIGH", "IN_PROGRESS", 47, "delivery", "c-51", "o-22")
                .put("partner", "atelier")
                .put("assignee", "camille")
                .put("cause", cause("e-10", "shop").put("promise", promise("delayHours", 96.0, 0.0, 72.0))));
        acme.put(alert("a-4", "HIGH", "OPEN", 65, "support-call", "c-12", "case-4")
                .put("emotion", "frustrated")
                .put("stage", "SUPPORT")
                .put(
                        "cause",
                        cause("r-11", "survey")
                                .put(
                                        "answer",
                                        new JsonObject()
                                                .put("type", "CES")
                                                .put("value", 2)
                                                .put("scale", 7))));
        acme.put(alert("a-5", "WARNING", "OPEN", 130, "delivery", "c-60", null)
                .put("rule", "customer-at-risk")
                .put("scoreBefore", 72.4)
                .put("scoreAfter", 38.1)
                .put("cause", cause("e-12", "shop").put("promise", promise("delayHours", 60.0, 0.0, 72.0))));
        acme.put(alert("a-6", "WARNING", "OPEN", 300, "store-queue", "c-88", "visit-3")
                .put("stage", "PURCHASE")
                .put("cause", cause("e-13", "till").put("promise", promise("waitMinutes", 12.0, 5.0, 10.0))));
        acme.put(alert("a-7", "WARNING", "RESOLVED", 1500, "payment", "c-90", "o-40")
                .put("assignee", "camille")
                .put("cause", cause("e-14", "shop").put("outcome", "ABANDONED")));
    }

    /** Years ago, and told today: a moment every seven hours up to the cause, one before all that, one long after. */
    private static void replayed(RecordedBrand acme) {
        var caused = Instant.parse("2018-01-18T22:56:59Z");
        acme.put(alert("a-8", "WARNING", "OPEN", 600, "delivery", "c-2018", null)
                .put("rule", "customer-at-risk")
                .put("causedAt", caused.toString())
                .put("scoreBefore", 61.0)
                .put("scoreAfter", 37.0)
                .put("cause", cause("old-0", "shop").put("promise", promise("delayHours", 48.0, 0.0, 72.0))));
        var moments = IntStream.rangeClosed(0, 250)
                .mapToObj(i -> moment("old-" + i, "delivery", "ACCESS", "COURIER", Duration.ZERO)
                        .put(
                                "occurredAt",
                                caused.minus(Duration.ofHours(7L * i)).toString()))
                .toList()
                .reversed();
        var before = moment("old-year", "store-queue", "PURCHASE", "WEB", Duration.ZERO)
                .put("occurredAt", "2017-01-01T00:00:00Z");
        var after = moment("old-later", "support-call", "SUPPORT", "WEB", Duration.ZERO)
                .put("occurredAt", "2018-01-25T00:00:00Z");
        acme.journey(
                "c-2018",
                Stream.of(Stream.of(before), moments.stream(), Stream.of(after))
                        .flatMap(stream -> stream)
                        .toArray());
    }

    private static void scores(RecordedBrand acme) {
        acme.scores(
                "experience",
                row("product-page", 412, 86.1, 84.0, 88.2),
                row("checkout", 300, 81.0, 78.1, 83.9),
                row("payment", 288, 77.2, 73.9, 80.4),
                row("delivery", 211, 58.3, 53.8, 62.7),
                row("support-call", 34, 47.0, 36.1, 57.8),
                row("store-queue", 6, 40.0, 10.0, 70.0));
        acme.scores(
                "csat",
                row("delivery", 180, 61.1, 53.8, 67.9).put("mean", 3.52).put("scale", 5),
                row("support-call", 22, 54.5, 34.7, 73.1).put("mean", 3.2).put("scale", 5),
                row("checkout", 98, 82.7, 74.0, 88.9).put("mean", 4.31).put("scale", 5));
        acme.scores(
                "nps",
                row("delivery", 96, -12.0, -28.5, 4.6),
                row("product-page", 61, 38.0, 20.9, 53.3),
                row("support-call", 7, -40.0, -90.0, 20.0));
        acme.scores(
                "dissatisfied-share",
                row("product-page", 412, 4.1, 2.6, 6.5),
                row("checkout", 300, 8.0, 5.4, 11.6),
                row("payment", 288, 12.2, 8.9, 16.4),
                row("delivery", 211, 33.6, 27.6, 40.3),
                row("support-call", 34, 44.1, 28.9, 60.5),
                row("store-queue", 6, 50.0, 18.8, 81.2));
    }

    private static JsonObject cause(String event, String source) {
        return new JsonObject().put("eventId", event).put("eventSource", source);
    }

    private static JsonObject promise(String measure, double value, double limit, double tolerance) {
        return new JsonObject()
                .put("measure", measure)
                .put("value", value)
                .put("limit", limit)
                .put("tolerance", tolerance);
    }

    private static JsonObject moment(String id, String touchpoint, String stage, String channel, Duration ago) {
        return new JsonObject()
                .put("kind", "TOUCHPOINT")
                .put("id", id)
                .put("source", "shop")
                .put("occurredAt", ago(ago))
                .put("journeyId", "o-17")
                .put("touchpoint", touchpoint)
                .put("stage", stage)
                .put("channel", channel)
                .put("outcome", "SUCCESS")
                .put("promises", new JsonArray())
                .put("answers", new JsonArray());
    }

    private static JsonObject signal(String event, String source, double value, boolean dissatisfied) {
        return new JsonObject()
                .put("eventId", event)
                .put("source", source)
                .put("value", value)
                .put("dissatisfied", dissatisfied);
    }

    private static JsonObject row(String touchpoint, int n, double value, double low, double high) {
        return new JsonObject()
                .put("touchpoint", touchpoint)
                .put("n", n)
                .put("value", value)
                .put("low", low)
                .put("high", high);
    }
}
