package io.ressenti.scoring.cluster;

import io.ressenti.contracts.CustomerEvent;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Topics;
import io.ressenti.scoring.cluster.History.Disturbance;
import io.ressenti.scoring.testing.Tokens;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * S4 on the packaged service, a real Kafka and a real PostgreSQL: whatever the order, the duplicates, the batches, and whatever
 * befalls the two instances, the published numbers are those of a plain recomputation from the set of events. A failure names the
 * seed of its history; {@code -Dset.tries=N} tries more.
 */
class SetSemanticsIT {

    private static final int BRANDS = 6;

    private static Cluster cluster;

    @BeforeContainer
    static void start() {
        cluster = Cluster.start();
    }

    @AfterContainer
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void publishedNumbersAreThoseOfTheSet(@ForAll("seeds") long seed) {
        // Given several brands with a history each
        var random = new Random(seed);
        var histories = Stream.generate(Tokens::newBrand)
                .limit(BRANDS)
                .map(brand -> Histories.of(random, brand))
                .toList();

        // When they all happen at once
        for (int step = 0; step < Histories.STEPS; step++) {
            for (var history : histories) {
                history.steps().get(step).events().forEach(SetSemanticsIT::publish);
            }
            befalls(histories.getFirst().steps().get(step).then());
        }

        // Then
        cluster.awaitAllCounted();
        histories.forEach(SetSemanticsIT::assertPublished);
        var verification = new PublishedScores(cluster.one().url(), "any").verification();
        assertThat(verification.getBoolean("consistent"))
                .as(verification.prettify())
                .isTrue();
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static void assertPublished(History history) {
        var expected = new PlainScores(history.events());
        var published = new PublishedScores(cluster.one().url(), history.brand());
        for (var query : Query.all()) {
            published.assertRows(query, expected.rows(query));
        }
        for (var customer : Histories.CUSTOMERS) {
            published.assertCustomer(customer, expected.customer(customer));
        }
    }

    private static void publish(Event event) {
        var topic =
                switch (event) {
                    case FeedbackRecorded feedback -> Topics.FEEDBACK;
                    case CustomerEvent customer -> Topics.CUSTOMERS;
                    default -> Topics.TOUCHPOINTS;
                };
        cluster.kafka().send(topic, event);
    }

    private static void befalls(Disturbance disturbance) {
        var victim = cluster.other();
        switch (disturbance) {
            case NOTHING -> {}
            case RESTART -> {
                victim.stop();
                victim.start();
                victim.awaitReady();
            }
            case KILL -> {
                victim.kill();
                victim.start();
                victim.awaitReady();
            }
            case FREEZE -> {
                victim.freeze();
                cluster.awaitOneLeft();
                victim.thaw();
            }
        }
    }
}
