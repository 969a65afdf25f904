package io.ressenti.cli.demo;

import io.ressenti.cli.catalogue.Catalogue;
import io.ressenti.cli.catalogue.Catalogue.Channel;
import io.ressenti.cli.catalogue.Catalogue.Owner;
import io.ressenti.cli.catalogue.Catalogue.Partner;
import io.ressenti.cli.catalogue.Catalogue.Promise;
import io.ressenti.cli.catalogue.Catalogue.Touchpoint;
import io.ressenti.contracts.Stage;
import java.util.List;
import java.util.Map;

/** What the customers of the demo brand meet. */
final class DemoCatalogue {

    static final String PRODUCT_PAGE = "product-page";
    static final String CHECKOUT = "checkout";
    static final String PAYMENT = "payment";
    static final String HOME_DELIVERY = "home-delivery";
    static final String STORE_VISIT = "store-visit";
    static final String SUPPORT_REQUEST = "support-request";
    static final String AFTERTHOUGHT = "afterthought";

    static final String WEB = "WEB";
    static final String APP = "APP";
    static final String STORE = "STORE";
    static final String COURIER = "COURIER";
    static final String PHONE = "PHONE";
    static final String EMAIL = "EMAIL";

    static final String PAY_PARTNER = "paylane";
    static final String GOOD_COURIER = "velo-express";
    static final String POOR_COURIER = "colis-du-nord";
    static final String CALL_CENTRE = "allo-relation";

    private DemoCatalogue() {}

    static Catalogue catalogue() {
        return new Catalogue(channels(), partners(), touchpoints());
    }

    private static List<Channel> channels() {
        return List.of(
                new Channel(WEB, names("Web shop", "Boutique en ligne"), true),
                new Channel(APP, names("App", "Application"), true),
                new Channel(STORE, names("Store", "Magasin"), false),
                new Channel(COURIER, names("Courier", "Livreur"), false),
                new Channel(PHONE, names("Phone", "Téléphone"), false),
                new Channel(EMAIL, names("E-mail", "E-mail"), true));
    }

    private static List<Partner> partners() {
        return List.of(
                new Partner(PAY_PARTNER, "Paylane"),
                new Partner(GOOD_COURIER, "Vélo Express"),
                new Partner(POOR_COURIER, "Colis du Nord"),
                new Partner(CALL_CENTRE, "Allô Relation"));
    }

    private static List<Touchpoint> touchpoints() {
        return List.of(
                new Touchpoint(
                        PRODUCT_PAGE,
                        Stage.EVALUATION,
                        names("Product page", "Page produit"),
                        List.of(WEB, APP),
                        // Largest contentful paint: "good" up to 2.5 s, "poor" from 4 s on (web.dev, Core Web Vitals).
                        List.of(new Promise("lcpSeconds", 2.5, 1.5)),
                        Owner.BRAND),
                new Touchpoint(
                        CHECKOUT,
                        Stage.PURCHASE,
                        names("Checkout", "Passage en caisse"),
                        List.of(WEB, APP),
                        List.of(),
                        Owner.BRAND),
                new Touchpoint(
                        PAYMENT,
                        Stage.PURCHASE,
                        names("Payment", "Paiement"),
                        List.of(WEB, APP, STORE),
                        List.of(new Promise("authorisationSeconds", 5, 15)),
                        Owner.PARTNER),
                new Touchpoint(
                        HOME_DELIVERY,
                        Stage.ACCESS,
                        names("Home delivery", "Livraison à domicile"),
                        List.of(COURIER),
                        List.of(new Promise("delayHours", 0, 48)),
                        Owner.PARTNER),
                new Touchpoint(
                        STORE_VISIT,
                        Stage.ACCESS,
                        names("Store visit", "Visite en magasin"),
                        List.of(STORE),
                        List.of(new Promise("queueMinutes", 5, 10)),
                        Owner.BRAND),
                new Touchpoint(
                        SUPPORT_REQUEST,
                        Stage.SUPPORT,
                        names("Support request", "Demande d’aide"),
                        List.of(PHONE, EMAIL),
                        List.of(new Promise("firstAnswerHours", 4, 20)),
                        Owner.PARTNER),
                new Touchpoint(
                        AFTERTHOUGHT,
                        Stage.DEBRIEF,
                        names("Survey after the purchase", "Enquête après l’achat"),
                        List.of(EMAIL),
                        List.of(),
                        Owner.BRAND));
    }

    private static Map<String, String> names(String english, String french) {
        return Map.of("en", english, "fr", french);
    }
}
