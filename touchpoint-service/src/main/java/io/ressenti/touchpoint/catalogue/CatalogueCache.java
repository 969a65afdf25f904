package io.ressenti.touchpoint.catalogue;

import io.ressenti.touchpoint.catalogue.model.Catalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogues that events are judged by, in memory. A change made at this instance holds for the next event; one made
 * elsewhere after {@link CatalogueConfig#refreshAfter()}, or sooner where an event needs it.
 */
@ApplicationScoped
public class CatalogueCache {

    private final Map<String, CachedCatalogue> byBrand = new ConcurrentHashMap<>();
    private final CatalogueReader reader;
    private final CatalogueConfig config;

    CatalogueCache(CatalogueReader reader, CatalogueConfig config) {
        this.reader = reader;
        this.config = config;
    }

    /**
     * The brand's catalogue.
     *
     * @param codes the touchpoints that it is wanted for: where it lacks one, it is read again before it says so
     * @return fails where it had to be read and PostgreSQL is away
     */
    public Uni<Catalogue> of(String brand, Collection<String> codes) {
        return byBrand.computeIfAbsent(brand, name -> new CachedCatalogue(() -> reader.read(name), config))
                .knowing(codes);
    }

    /** Says that the brand's catalogue was changed here. */
    void forget(String brand) {
        var cached = byBrand.get(brand);
        if (cached != null) {
            cached.forget();
        }
    }
}
