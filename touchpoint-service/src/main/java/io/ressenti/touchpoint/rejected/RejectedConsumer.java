package io.ressenti.touchpoint.rejected;

import io.ressenti.platform.intake.Intake;
import io.ressenti.platform.privacy.ErasedCustomers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what ingestion refused, and the dead letters of every topic, but for those of customers who were erased since. */
@ApplicationScoped
class RejectedConsumer {

    private final Intake intake;
    private final Pool pool;
    private final RejectedStore store;
    private final ErasedCustomers erasures;

    RejectedConsumer(Intake intake, Pool pool, RejectedStore store, ErasedCustomers erasures) {
        this.intake = intake;
        this.pool = pool;
        this.store = store;
        this.erasures = erasures;
    }

    @Incoming("rejected")
    Uni<Void> rejected(ConsumerRecords<String, byte[]> records) {
        return intake.processUnread(records, this::keep);
    }

    private Uni<Void> keep(List<ConsumerRecord<String, byte[]>> records) {
        var rejections = records.stream().map(RejectionReader::read).toList();
        return pool.withTransaction(connection -> erasures.standing(connection, rejections, Rejection::mention)
                .chain(standing -> store.add(connection, standing)));
    }
}
