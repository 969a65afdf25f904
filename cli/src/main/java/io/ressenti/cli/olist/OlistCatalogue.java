package io.ressenti.cli.olist;

import io.ressenti.cli.catalogue.Catalogue;
import io.ressenti.cli.catalogue.Catalogue.Channel;
import io.ressenti.cli.catalogue.Catalogue.Owner;
import io.ressenti.cli.catalogue.Catalogue.Partner;
import io.ressenti.cli.catalogue.Catalogue.Promise;
import io.ressenti.cli.catalogue.Catalogue.Touchpoint;
import io.ressenti.contracts.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import static io.ressenti.cli.olist.OlistTouchpoints.DELIVERED;
import static io.ressenti.cli.olist.OlistTouchpoints.OVERDUE;
import static io.ressenti.cli.olist.OlistTouchpoints.PAYMENT_APPROVED;
import static io.ressenti.cli.olist.OlistTouchpoints.PLACED;
import static io.ressenti.cli.olist.OlistTouchpoints.REVIEW;
import static io.ressenti.cli.olist.OlistTouchpoints.SHIPPED;

/** The marketplace's journey: its touchpoints, channels, promises and sellers. */
public final class OlistCatalogue {

    private static final int SHORT_ID = 6;

    private OlistCatalogue() {}

    /** The catalogue, with a partner for each seller. */
    public static Catalogue with(List<OlistFiles.Seller> sellers) {
        return new Catalogue(
                channels(), sellers.stream().map(OlistCatalogue::partner).toList(), touchpoints());
    }

    private static List<Channel> channels() {
        return List.of(
                new Channel("WEB", names("Web shop", "Boutique en ligne"), true),
                new Channel("CARRIER", names("Carrier", "Transporteur"), false),
                new Channel("EMAIL", names("E-mail", "E-mail"), true));
    }

    private static List<Touchpoint> touchpoints() {
        return List.of(
                touchpoint(PLACED, Stage.PURCHASE, names("Order", "Commande"), "WEB", Owner.BRAND),
                touchpoint(
                        PAYMENT_APPROVED,
                        Stage.PURCHASE,
                        names("Payment approval", "Validation du paiement"),
                        "WEB",
                        Owner.BRAND,
                        new Promise("approvalHours", 24, 48)),
                touchpoint(
                        SHIPPED,
                        Stage.ACCESS,
                        names("Hand-over to the carrier", "Remise au transporteur"),
                        "CARRIER",
                        Owner.PARTNER,
                        new Promise("lateHandoverHours", 0, 72)),
                touchpoint(
                        OVERDUE,
                        Stage.ACCESS,
                        names("Overdue delivery", "Livraison en retard"),
                        "CARRIER",
                        Owner.PARTNER),
                touchpoint(
                        DELIVERED,
                        Stage.ACCESS,
                        names("Delivery", "Livraison"),
                        "CARRIER",
                        Owner.PARTNER,
                        new Promise("delayHours", 0, 72)),
                touchpoint(
                        REVIEW,
                        Stage.DEBRIEF,
                        names("Review of the order", "Avis sur la commande"),
                        "EMAIL",
                        Owner.BRAND));
    }

    private static Touchpoint touchpoint(
            String code, Stage stage, Map<String, String> names, String channel, Owner owner, Promise... promises) {
        return new Touchpoint(code, stage, names, List.of(channel), List.of(promises), owner);
    }

    /** Sellers are anonymous: their town and the start of their id tell them apart. */
    private static Partner partner(OlistFiles.Seller seller) {
        var shortId = seller.id().substring(0, Math.min(SHORT_ID, seller.id().length()));
        return new Partner(seller.id(), "%s (%s) · %s".formatted(capitalised(seller.city()), seller.state(), shortId));
    }

    private static String capitalised(String town) {
        return Arrays.stream(town.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> names(String english, String french) {
        return Map.of("en", english, "fr", french);
    }
}
