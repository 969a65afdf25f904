package io.ressenti.cli.catalogue;

import io.ressenti.cli.client.Api;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.InOrder;
import io.ressenti.cli.client.Json;
import io.ressenti.cli.client.Problem;
import java.util.List;

/** Puts a catalogue into place; doing it again changes nothing. */
public final class CatalogueClient {

    private static final int PARTNERS_AT_ONCE = 8;
    private static final String BASE = "/api/v1/catalogue/";

    private final Api api;

    public CatalogueClient(Api api) {
        this.api = api;
    }

    /**
     * Puts channels, touchpoints and partners.
     *
     * @throws ClientException where one of them is refused
     */
    public void put(Catalogue catalogue) {
        catalogue.channels().forEach(channel -> put("channels/" + channel.code(), channel));
        catalogue.touchpoints().forEach(touchpoint -> put("touchpoints/" + touchpoint.code(), touchpoint));
        putPartners(catalogue.partners());
    }

    private void putPartners(List<Catalogue.Partner> partners) {
        // Sellers come by the thousand.
        try (var calls = new InOrder<Void>(PARTNERS_AT_ONCE, done -> {})) {
            partners.forEach(partner -> calls.begin(() -> {
                put("partners/" + partner.code(), partner);
                return null;
            }));
            calls.finish();
        }
    }

    private void put(String path, Object body) {
        var reply = api.put(BASE + path, body);
        if (!reply.ok()) {
            var problem = Json.read(reply.body(), Problem.class);
            throw new ClientException(
                    "The catalogue's %s was refused (%d): %s".formatted(path, reply.status(), problem.words()));
        }
    }
}
