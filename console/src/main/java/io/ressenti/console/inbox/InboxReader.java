package io.ressenti.console.inbox;

import io.ressenti.console.page.Page;
import io.ressenti.console.service.AlertsApi;
import io.ressenti.console.service.Catalogue;
import io.ressenti.console.service.Fetched;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the services for what the inbox lists. */
@ApplicationScoped
class InboxReader {

    private static final int PAGE_SIZE = 50;

    private final AlertsApi alerts;
    private final Catalogue catalogue;

    InboxReader(@RestClient AlertsApi alerts, Catalogue catalogue) {
        this.alerts = alerts;
        this.catalogue = catalogue;
    }

    /** One page of the list; never fails. {@code cursor} is null for the first page. */
    Uni<Inbox> read(Page page, boolean resolved, String cursor) {
        var lead = page.lead();
        var list =
                Fetched.of("notification", alerts.list(lead.bearer(), resolved ? "RESOLVED" : null, cursor, PAGE_SIZE));
        return Uni.combine()
                .all()
                .unis(list, catalogue.names(lead.brand(), lead.bearer()))
                .with((fetched, names) -> Inbox.of(fetched, names, resolved, page.locale(), Instant.now()));
    }
}
