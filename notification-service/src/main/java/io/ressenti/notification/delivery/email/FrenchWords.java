package io.ressenti.notification.delivery.email;

import io.ressenti.contracts.AlertChange;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;
import io.ressenti.notification.rule.Rules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** French. */
final class FrenchWords implements Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String news(AlertChange change, String rule) {
        var what = Rules.CUSTOMER_AT_RISK.equals(rule) ? "un client est à risque" : "un client a été déçu";
        return change == AlertChange.REOPENED ? "alerte rouverte, " + what : what;
    }

    @Override
    public String line(Label label, String value) {
        var name =
                switch (label) {
                    case SEVERITY -> "Gravité";
                    case TOUCHPOINT -> "Point de contact";
                    case STAGE -> "Étape";
                    case CHANNEL -> "Canal";
                    case PARTNER -> "Partenaire";
                    case WHAT -> "Ce qui s’est passé";
                    case EMOTION -> "Émotion";
                    case WHEN -> "Quand";
                };
        return name + "\u00a0: " + value;
    }

    @Override
    public String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Critique";
            case HIGH -> "Grave";
            case WARNING -> "À surveiller";
        };
    }

    @Override
    public String stage(Stage stage) {
        return switch (stage) {
            case DISCOVERY -> "Découverte";
            case EVALUATION -> "Évaluation";
            case PURCHASE -> "Achat";
            case ACCESS -> "Livraison et accès";
            case USAGE -> "Usage";
            case SUPPORT -> "Assistance";
            case DEBRIEF -> "Bilan";
        };
    }

    @Override
    public String emotion(Emotion emotion) {
        return switch (emotion) {
            case DISAPPOINTED -> "Déception";
            case FRUSTRATED -> "Frustration";
            case NEUTRAL -> "Ni bien ni mal";
            case SURPRISED -> "Surprise";
            case HAPPY -> "Joie";
        };
    }

    @Override
    public String outcome(Outcome outcome) {
        return switch (outcome) {
            case FAILURE -> "Échec";
            case ABANDONED -> "Abandon";
            case SUCCESS -> "Réussite";
        };
    }

    @Override
    public String asked(AnswerType type) {
        return switch (type) {
            case NPS -> "Recommandation";
            case CSAT -> "Satisfaction";
            case CES -> "Facilité";
            case STARS -> "Étoiles";
            case EMOTION -> "Le client a dit ce qu’il a ressenti";
            case TEXT -> "Le client a laissé un commentaire";
        };
    }

    @Override
    public String rated(String value, String scale) {
        return value + " sur " + scale;
    }

    @Override
    public String promise(String measure, String value, String limit) {
        return "Promesse rompue\u00a0: " + measure + " à " + value + ", alors que l’on promettait " + limit
                + " au plus";
    }

    @Override
    public String number(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString().replace('.', ',');
    }

    @Override
    public String time(Instant time) {
        return TIME.format(time);
    }

    @Override
    public String invitation() {
        return "Voyez ce qui s’est passé, et réparez-le\u00a0:";
    }

    @Override
    public String footer(String receiver, String brand) {
        return "Vous recevez ce message parce que votre adresse est le destinataire «\u00a0" + receiver
                + "\u00a0» de la marque "
                + brand
                + " dans Ressenti.\nSeule la console dit qui est le client : un courriel passe entre bien des mains.";
    }
}
