package io.ressenti.console.service;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The names of each brand's touchpoints, channels and partners, asked for at most every thirty seconds. */
@ApplicationScoped
public class Catalogue {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int LIMIT = 500;

    private final TouchpointsApi api;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Known> byBrand = new ConcurrentHashMap<>();

    Catalogue(@RestClient TouchpointsApi api) {
        this.api = api;
    }

    /** The brand's names. Never fails: while touchpoint-service is away, what was known last, else codes made readable. */
    public Uni<Names> names(String brand, String bearer) {
        var known = byBrand.get(brand);
        if (known != null && known.until().isAfter(clock.instant())) {
            return Uni.createFrom().item(known.names());
        }
        return Uni.combine()
                .all()
                .unis(
                        entries(api.touchpoints(bearer, LIMIT)),
                        entries(api.channels(bearer, LIMIT)),
                        entries(api.partners(bearer, LIMIT)))
                .with((touchpoints, channels, partners) -> remember(brand, known, touchpoints, channels, partners));
    }

    private static Uni<Fetched<CatalogueEntries>> entries(Uni<CatalogueEntries> call) {
        return Fetched.of("touchpoint", call);
    }

    private Names remember(
            String brand,
            Known known,
            Fetched<CatalogueEntries> touchpoints,
            Fetched<CatalogueEntries> channels,
            Fetched<CatalogueEntries> partners) {
        if (!(touchpoints instanceof Fetched.Found<CatalogueEntries>)) {
            return known == null ? Names.NONE : known.names();
        }
        var names = Names.of(touchpoints.orNull(), channels.orNull(), partners.orNull());
        byBrand.put(brand, new Known(names, clock.instant().plus(FRESH)));
        return names;
    }

    private record Known(Names names, Instant until) {}
}
