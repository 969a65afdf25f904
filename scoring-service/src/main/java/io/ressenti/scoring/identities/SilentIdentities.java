package io.ressenti.scoring.identities;

import io.ressenti.contracts.CustomerEvent;
import io.ressenti.scoring.customers.CustomerStates;
import io.ressenti.scoring.signals.Doubts;
import io.ressenti.scoring.signals.Erasures;
import io.ressenti.scoring.signals.SilentScoring;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets what became known about customers take effect elsewhere than in the live tables, and tells nobody. */
@ApplicationScoped
public class SilentIdentities {

    private final LinkTable links;
    private final Erasures erasures;
    private final CustomerStates customers;
    private final SilentScoring scoring;

    SilentIdentities(LinkTable links, Erasures erasures, CustomerStates customers, SilentScoring scoring) {
        this.links = links;
        this.erasures = erasures;
        this.customers = customers;
        this.scoring = scoring;
    }

    /** Learns {@code events} in the tables that {@code elsewhere} stands at, in one transaction. */
    public Uni<Void> learn(Pool elsewhere, List<CustomerEvent> events) {
        return new IdentityStore(elsewhere, links, erasures, customers, scoring.ledger(), new Doubts()).learn(events);
    }
}
