package io.ressenti.console.service;

import io.ressenti.console.service.CatalogueEntries.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The names of each brand's touchpoints, channels and partners, asked for at most every thirty seconds. */
@ApplicationScoped
public class Catalogue {

    private static final Duration FRESH = Duration.ofSeconds(30);

    /** The most that touchpoint-service gives at a time. */
    private static final int PAGE_SIZE = 1000;

    private final TouchpointsApi api;
    private final Clock clock;
    private final Map<String, Known> byBrand = new ConcurrentHashMap<>();

    @Inject
    Catalogue(@RestClient TouchpointsApi api) {
        this(api, Clock.systemUTC());
    }

    Catalogue(TouchpointsApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * The brand's names. Never fails: of each list that cannot be had now, what was known last, else codes made readable. Such a
     * list is asked for again at the next call.
     */
    public Uni<Names> names(String brand, String bearer) {
        var known = byBrand.getOrDefault(brand, Known.NOTHING);
        if (known.until().isAfter(clock.instant())) {
            return Uni.createFrom().item(known.names());
        }
        return Uni.combine()
                .all()
                .unis(
                        all(cursor -> api.touchpoints(bearer, cursor, PAGE_SIZE)),
                        all(cursor -> api.channels(bearer, cursor, PAGE_SIZE)),
                        all(cursor -> api.partners(bearer, cursor, PAGE_SIZE)))
                .with((touchpoints, channels, partners) -> remember(brand, known, touchpoints, channels, partners));
    }

    private static Uni<Fetched<List<Entry>>> all(Function<String, Uni<CatalogueEntries>> page) {
        return Fetched.of("touchpoint", read(page, null, List.of()));
    }

    private static Uni<List<Entry>> read(
            Function<String, Uni<CatalogueEntries>> page, String cursor, List<Entry> earlier) {
        return page.apply(cursor).flatMap(entries -> {
            var items = new ArrayList<>(earlier);
            items.addAll(entries.items());
            return entries.next() == null ? Uni.createFrom().item(items) : read(page, entries.next(), items);
        });
    }

    private Names remember(
            String brand,
            Known known,
            Fetched<List<Entry>> touchpoints,
            Fetched<List<Entry>> channels,
            Fetched<List<Entry>> partners) {
        var names = known.names().with(touchpoints.orNull(), channels.orNull(), partners.orNull());
        boolean complete = touchpoints.trouble() == null && channels.trouble() == null && partners.trouble() == null;
        byBrand.put(brand, new Known(names, complete ? clock.instant().plus(FRESH) : Instant.EPOCH));
        return names;
    }

    private record Known(Names names, Instant until) {
        static final Known NOTHING = new Known(Names.NONE, Instant.EPOCH);
    }
}
