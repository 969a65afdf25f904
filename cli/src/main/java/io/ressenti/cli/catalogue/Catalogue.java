package io.ressenti.cli.catalogue;

import io.ressenti.contracts.Stage;
import java.util.List;
import java.util.Map;

/** What a brand's customers meet, over which channels, run by whom. */
public record Catalogue(List<Channel> channels, List<Partner> partners, List<Touchpoint> touchpoints) {

    /** Where the touchpoint meets the customer. */
    public record Channel(String code, Map<String, String> names, boolean online) {}

    /** Who runs touchpoints in the brand's name. */
    public record Partner(String code, String name) {}

    /** Who answers for a touchpoint. */
    public enum Owner {
        BRAND,
        PARTNER
    }

    /**
     * One kind of encounter.
     *
     * @param names    display names by language tag
     * @param channels codes of the channels on which it is met
     */
    public record Touchpoint(
            String code,
            Stage stage,
            Map<String, String> names,
            List<String> channels,
            List<Promise> promises,
            Owner owner) {}

    /**
     * What the customer is led to expect.
     *
     * @param limit     kept up to here, in the measure's unit
     * @param tolerance wholly broken this far beyond the limit; greater than zero
     */
    public record Promise(String measure, double limit, double tolerance) {}
}
