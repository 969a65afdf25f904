package io.ressenti.scoring.signals;

import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.intake.Received;
import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.scoring.customers.CustomerStates;
import io.ressenti.scoring.model.Reckoning;
import io.ressenti.scoring.model.ScoredEvent;
import io.ressenti.scoring.model.SignalReader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/** Lets events count elsewhere than in the live tables, by the same code, and tells nobody: for making scores anew. */
@ApplicationScoped
public class SilentScoring {

    private final AcceptedEvents acceptedEvents;
    private final Erasures erasures;
    private final SignalTable signals;
    private final CustomerStates customers;
    private final Ledger ledger;
    private final OutboxRelay relay;
    private final SignalReader reader;
    /** Of its own: nothing is told, so nothing can have been told wrongly. */
    private final Doubts doubts = new Doubts();

    SilentScoring(
            AcceptedEvents acceptedEvents,
            Erasures erasures,
            SignalTable signals,
            CustomerStates customers,
            OutboxRelay relay,
            SignalReader reader) {
        this.acceptedEvents = acceptedEvents;
        this.erasures = erasures;
        this.signals = signals;
        this.customers = customers;
        this.ledger = new Ledger(acceptedEvents, signals, customers, new Silence(), doubts);
        this.relay = relay;
        this.reader = reader;
    }

    /** A ledger that tells nobody. */
    public Ledger ledger() {
        return ledger;
    }

    /** Lets touchpoints and feedback count in the tables that {@code elsewhere} stands at, in one transaction. */
    public Uni<Void> store(Pool elsewhere, List<Received<Event>> batch) {
        var store = new SignalStore(elsewhere, acceptedEvents, erasures, signals, customers, ledger, doubts, relay);
        return Uni.createFrom().item(() -> scored(batch)).chain(store::store).replaceWithVoid();
    }

    /** Those of {@code batch} that change nothing any more in the tables that {@code live} stands at. */
    public Uni<List<Received<Event>>> thatHaveCounted(SqlClient live, List<Received<Event>> batch) {
        return Uni.createFrom()
                .item(() -> scored(batch))
                .chain(events -> acceptedEvents.known(live, events))
                .map(known -> IntStream.range(0, batch.size())
                        .filter(known::contains)
                        .mapToObj(batch::get)
                        .toList());
    }

    private List<ScoredEvent> scored(List<Received<Event>> batch) {
        return batch.stream().map(received -> scored(received.event())).toList();
    }

    private ScoredEvent scored(Event event) {
        return switch (event) {
            case TouchpointRecorded touchpoint -> reader.read(touchpoint);
            case FeedbackRecorded feedback -> reader.read(feedback);
            default -> throw new IllegalArgumentException("neither a touchpoint nor feedback");
        };
    }

    /** Says nothing. */
    private static final class Silence extends Announcements {

        Silence() {
            super(null, null, null);
        }

        @Override
        Uni<Void> announce(SqlClient transaction, Reckoning reckoning) {
            return Uni.createFrom().voidItem();
        }
    }
}
