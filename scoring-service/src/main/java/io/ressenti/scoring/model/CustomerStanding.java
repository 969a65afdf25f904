package io.ressenti.scoring.model;

/**
 * A customer's score, and whether they have been reported as at risk. They are reported when the score falls below 40, and can
 * be reported again only after it has recovered to 45: a score that hovers around 40 raises one event, not many.
 */
public record CustomerStanding(CustomerScore score, boolean atRisk) {

    /** Hysteresis in points: how far beyond the bound the score has to recover. */
    private static final double HYSTERESIS = 5;

    /** The standing of a customer of whom nothing is known. */
    public static final CustomerStanding UNKNOWN = new CustomerStanding(CustomerScore.NONE, false);

    /** The standing of somebody who is known by the identifiers of both. */
    CustomerStanding merge(CustomerStanding other) {
        return new CustomerStanding(score.merge(other.score), atRisk || other.atRisk);
    }

    /** The standing once {@code event} counts. */
    CustomerStanding after(ScoredEvent event) {
        var sum = event.signals().stream().reduce(score, CustomerScore::plus, CustomerScore::merge);
        return new CustomerStanding(sum, atRisk).settled();
    }

    /** The standing where the score changed without an event: signals were taken away, or identifiers merged. */
    CustomerStanding settled() {
        return new CustomerStanding(score, isAtRisk());
    }

    private boolean isAtRisk() {
        var bound = atRisk ? Bands.AT_RISK_BELOW + HYSTERESIS : Bands.AT_RISK_BELOW;
        return score.experienced().isPresent() && score.experienced().getAsDouble() < bound;
    }
}
