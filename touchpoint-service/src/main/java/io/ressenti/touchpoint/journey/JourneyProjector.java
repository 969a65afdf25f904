package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.intake.Intake;
import io.ressenti.platform.intake.Received;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery.Partner;
import io.ressenti.touchpoint.journey.JourneyRepository.Line;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedSet;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the timelines, from what happened and what customers said about it. */
@ApplicationScoped
class JourneyProjector {

    private final Intake intake;
    private final Pool pool;
    private final JourneyRepository journeys;
    private final PartnerDiscovery partners;

    JourneyProjector(Intake intake, Pool pool, JourneyRepository journeys, PartnerDiscovery partners) {
        this.intake = intake;
        this.pool = pool;
        this.journeys = journeys;
        this.partners = partners;
    }

    @Incoming("touchpoints")
    Uni<Void> touchpoints(ConsumerRecords<String, byte[]> records) {
        return intake.process(records, TouchpointRecorded.class, this::storeTouchpoints);
    }

    @Incoming("feedback")
    Uni<Void> feedback(ConsumerRecords<String, byte[]> records) {
        return intake.process(records, FeedbackRecorded.class, this::storeFeedback);
    }

    private Uni<Void> storeTouchpoints(List<Received<TouchpointRecorded>> received) {
        var events = received.stream().map(Received::event).toList();
        var lines = events.stream()
                .map(event -> new Line(event.brand(), event.customer(), JourneyEntry.of(event)))
                .toList();
        return pool.withTransaction(connection ->
                journeys.add(connection, lines).chain(() -> partners.add(connection, partnersIn(events))));
    }

    private Uni<Void> storeFeedback(List<Received<FeedbackRecorded>> received) {
        var lines = received.stream()
                .map(Received::event)
                .map(event -> new Line(event.brand(), event.customer(), JourneyEntry.of(event)))
                .toList();
        return pool.withTransaction(connection -> journeys.add(connection, lines));
    }

    private static SortedSet<Partner> partnersIn(List<TouchpointRecorded> events) {
        var found = PartnerDiscovery.newSet();
        events.stream()
                .filter(event -> event.partner() != null)
                .map(event -> new Partner(event.brand(), event.partner()))
                .forEach(found::add);
        return found;
    }
}
