package io.ressenti.platform;

import io.ressenti.contracts.Stage;
import io.ressenti.contracts.TouchpointCatalogued;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events for tests. */
public final class Facts {

    private Facts() {}

    public static TouchpointCatalogued catalogued(String code) {
        return new TouchpointCatalogued(
                "id-" + code,
                "ressenti/platform-test",
                "acme",
                code,
                1,
                Stage.ACCESS,
                Map.of("en", "Delivery"),
                List.of("COURIER"),
                false,
                Instant.parse("2026-01-02T03:04:05Z"));
    }
}
