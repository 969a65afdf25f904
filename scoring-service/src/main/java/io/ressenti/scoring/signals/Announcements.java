package io.ressenti.scoring.signals;

import io.ressenti.contracts.CustomerScoreChanged;
import io.ressenti.contracts.DissatisfactionEvent;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.EventPublisher;
import io.ressenti.platform.outbox.Outbox;
import io.ressenti.platform.trace.Origin;
import io.ressenti.platform.trace.Traces;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.Reckoning;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Tells the others what follows from a reckoning. Facts leave by the outbox, once they are committed. How customers stand is
 * published last of all before the commit, while their rows are locked: so the last statement about a customer is the last one on
 * the topic, whoever made it, and it costs no row. A commit that fails is tried again, and then the statement is made again.
 */
@ApplicationScoped
class Announcements {

    private final Outbox outbox;
    private final EventPublisher publisher;
    private final Traces traces;

    Announcements(Outbox outbox, EventPublisher publisher, Traces traces) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.traces = traces;
    }

    Uni<Void> announce(SqlClient transaction, Reckoning reckoning) {
        return outbox.add(transaction, Topics.DISSATISFACTION, reckoning.facts(), tracesOf(reckoning.facts()))
                .chain(() -> publisher.publishAll(scores(reckoning)));
    }

    private List<String> tracesOf(List<DissatisfactionEvent> facts) {
        return facts.stream()
                .map(Announcements::origin)
                .map(cause -> traces.create(Topics.DISSATISFACTION, cause))
                .toList();
    }

    private static Origin origin(DissatisfactionEvent fact) {
        return new Origin(fact.brand(), fact.cause().eventSource(), fact.cause().eventId());
    }

    private static List<ProducerRecord<String, byte[]>> scores(Reckoning reckoning) {
        return Stream.concat(
                        reckoning.changed().stream().map(Announcements::changed),
                        reckoning.forgotten().stream().map(Announcements::forgotten))
                .toList();
    }

    private static ProducerRecord<String, byte[]> changed(CustomerScoreChanged event) {
        return EventCodec.toRecord(Topics.SCORES, event);
    }

    /** A record without a value: compaction removes what was said before. */
    private static ProducerRecord<String, byte[]> forgotten(CustomerKey customer) {
        return new ProducerRecord<>(Topics.SCORES, EventCodec.keyOf(customer.brand(), customer.customer()), null);
    }
}
