package io.ressenti.cli.demo;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What customers write, in their language. */
enum Voice {
    DELIVERY_GOOD(
            List.of("Earlier than promised, and the courier was charming.", "Right on time, neatly packed."),
            List.of("Plus tôt que prévu, et un livreur charmant.", "Pile à l’heure, bien emballé.")),
    DELIVERY_BAD(
            List.of(
                    "I stayed at home the whole day and nobody came. No message, nothing.",
                    "Two days late for a birthday. Too late now.",
                    "The parcel was left in the rain in front of the door."),
            List.of(
                    "J’ai attendu toute la journée, personne n’est venu. Pas un message, rien.",
                    "Deux jours de retard pour un anniversaire. Trop tard maintenant.",
                    "Le colis a été laissé sous la pluie devant la porte.")),
    STORE_GOOD(
            List.of("The advice was honest, I left with the cheaper one."),
            List.of("Des conseils honnêtes : je suis repartie avec le moins cher.")),
    STORE_BAD(
            List.of("One till open for twenty people. I put everything back and left."),
            List.of("Une seule caisse ouverte pour vingt personnes. J’ai tout reposé.")),
    SUPPORT_GOOD(List.of("Solved in one call, thank you."), List.of("Réglé en un appel, merci beaucoup.")),
    SUPPORT_BAD(
            List.of(
                    "I had to tell my story to three different people.",
                    "A whole day for an answer that does not answer my question."),
            List.of(
                    "J’ai dû raconter mon problème à trois personnes différentes.",
                    "Une journée pour une réponse qui ne répond pas à ma question."));

    private final Map<String, List<String>> words;

    Voice(List<String> english, List<String> french) {
        this.words = Map.of("en", english, "fr", french);
    }

    /** One of the sentences in {@code language}. */
    String say(String language, RandomGenerator random) {
        var sentences = words.get(language);
        return sentences.get(random.nextInt(sentences.size()));
    }
}
