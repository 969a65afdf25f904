package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.intake.Intake;
import io.ressenti.platform.intake.Received;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery.Partner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedSet;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the timelines, from what happened and what customers said about it. */
@ApplicationScoped
class JourneyProjector {

    private final Intake intake;
    private final JourneyStore store;

    JourneyProjector(Intake intake, JourneyStore store) {
        this.intake = intake;
        this.store = store;
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
        return store.add(received.stream().map(Arrival::ofTouchpoint).toList(), partnersIn(received));
    }

    private Uni<Void> storeFeedback(List<Received<FeedbackRecorded>> received) {
        return store.add(received.stream().map(Arrival::ofFeedback).toList(), PartnerDiscovery.newSet());
    }

    private static SortedSet<Partner> partnersIn(List<Received<TouchpointRecorded>> received) {
        var found = PartnerDiscovery.newSet();
        received.stream()
                .map(Received::event)
                .filter(event -> event.partner() != null)
                .map(event -> new Partner(event.brand(), event.partner()))
                .forEach(found::add);
        return found;
    }
}
