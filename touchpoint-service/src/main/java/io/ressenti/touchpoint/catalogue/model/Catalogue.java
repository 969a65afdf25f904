package io.ressenti.touchpoint.catalogue.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The touchpoints of one brand at one instant.
 *
 * @param touchpoints by code
 */
public record Catalogue(Map<String, Touchpoint> touchpoints) {

    public Catalogue {
        touchpoints = Map.copyOf(touchpoints);
    }

    /** The catalogue of {@code touchpoints}. */
    public static Catalogue of(Collection<Touchpoint> touchpoints) {
        return new Catalogue(
                touchpoints.stream().collect(Collectors.toUnmodifiableMap(Touchpoint::code, Function.identity())));
    }

    public Optional<Touchpoint> find(String code) {
        return Optional.ofNullable(touchpoints.get(code));
    }

    /** Whether every one of {@code codes} is there. */
    public boolean knows(Collection<String> codes) {
        return touchpoints.keySet().containsAll(codes);
    }
}
