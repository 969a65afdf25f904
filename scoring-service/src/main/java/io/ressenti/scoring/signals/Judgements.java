package io.ressenti.scoring.signals;

import io.ressenti.scoring.ScoringConfig;
import io.ressenti.scoring.model.Judgement;
import io.ressenti.scoring.model.SignalReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads signals as the configuration judges them. */
class Judgements {

    @Produces
    @Singleton
    SignalReader reader(ScoringConfig config) {
        var usual = new Judgement(config.dissatisfiedBelow(), Map.of());
        return new SignalReader(
                usual,
                config.brands().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, brand -> of(brand.getValue(), usual))));
    }

    private static Judgement of(ScoringConfig.Brand brand, Judgement usual) {
        return new Judgement(brand.dissatisfiedBelow().orElse(usual.dissatisfiedBelow()), brand.importance());
    }
}
