package io.ressenti.e2e;

import io.ressenti.e2e.system.Balancer;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Cli;
import io.ressenti.e2e.system.Part;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import io.ressenti.e2e.system.Traffic;
import io.ressenti.e2e.system.Twin;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A roll-out replaces one instance after the other under load: no request fails, nothing is lost, nothing counts twice. */
@ExtendWith(RessentiExtension.class)
class DeploymentE2E {

    private static final String TOUCHPOINT = "checkout";
    private static final int INSTANCES = 2;

    /** The answer with which {@link Brand#catalogue} sees whether feedback is taken. */
    private static final int PROBES = 1;

    private static final int APPLICATIONS = 4;
    private static final long SOME = 200;

    private static final Pattern READ_TWICE =
            Pattern.compile("(?m)^ressenti_(?:scoring|journey)_events_total\\{[^}]*result=\"duplicate\"[^}]*} (\\S+)");

    /** How long nodes of a cluster go on sending new connections to an instance that has been told to end. */
    private static final Duration HEARSAY = Duration.ofSeconds(1);

    @Test
    void applicationsDoNotNoticeARollOut(RunningRessenti ressenti) {
        // Given two instances that take events in, and two that keep scores
        var brand = ressenti.brand("roll-out");
        brand.catalogue(TOUCHPOINT, "PURCHASE");
        try (var intake = new Rollout(ressenti, Part.TOUCHPOINT_SERVICE);
                var scoring = new Rollout(ressenti, Part.SCORING_SERVICE)) {
            atTheSameTime(intake::begin, scoring::begin);
            var readTwiceBefore = intake.readTwice() + scoring.readTwice();

            // And applications that use both all the time
            try (var sending = Traffic.start(APPLICATIONS, number -> brand.at(intake.url())
                            .post("/api/v1/touchpoints", Brand.failure("r-" + number, "c-" + number, TOUCHPOINT)));
                    var reading = Traffic.start(
                            1, number -> brand.at(scoring.url()).get("/api/v1/scores/experience?by=touchpoint"))) {
                // When
                atTheSameTime(intake::replaceAll, scoring::replaceAll);

                // Then
                var read = reading.stop();
                assertThat(read.failures()).isEmpty();
                assertThat(read.successes()).isGreaterThan(SOME);
                var sent = sending.stop();
                assertEachCountsOnce(brand, sent);
                assertThat(intake.readTwice() + scoring.readTwice()).isEqualTo(readTwiceBefore);
                Cli.verifyScores(brand, ressenti.url());
            }
        }
    }

    @Test
    void norDoThoseThatSendAnswers(RunningRessenti ressenti) {
        // Given
        var brand = ressenti.brand("roll-out-answers");
        brand.catalogue(TOUCHPOINT, "PURCHASE");
        try (var feedback = new Rollout(ressenti, Part.FEEDBACK_SERVICE);
                var touchpoint = new Rollout(ressenti, Part.TOUCHPOINT_SERVICE);
                var scoring = new Rollout(ressenti, Part.SCORING_SERVICE)) {
            feedback.begin();
            var readTwiceBefore = touchpoint.readTwice() + scoring.readTwice();
            try (var sending = Traffic.start(APPLICATIONS, number -> brand.at(feedback.url())
                    .post("/api/v1/feedback", Brand.feedback("f-" + number, "c-" + number, TOUCHPOINT, 1)))) {
                // When
                feedback.replaceAll();

                // Then
                assertEachCountsOnce(brand, sending.stop());
                assertThat(touchpoint.readTwice() + scoring.readTwice()).isEqualTo(readTwiceBefore);
            }
        }
    }

    private static void assertEachCountsOnce(Brand brand, Traffic.Outcome sent) {
        assertThat(sent.failures()).isEmpty();
        assertThat(sent.successes()).isGreaterThan(SOME);
        brand.awaitEverythingProcessed();
        awaitSignals(brand, sent.successes() + PROBES);
        assertNothingSetAside(brand);
    }

    private static void awaitSignals(Brand brand, long count) {
        await("every event counts once").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        brand.scores("experience", "by=touchpoint"))
                .filteredOn(row -> row.path("touchpoint").asText().equals(TOUCHPOINT))
                .extracting(row -> row.path("n").asLong())
                .containsExactly(count));
    }

    private static void assertNothingSetAside(Brand brand) {
        var rejected = brand.caller().get("/api/v1/rejected");
        assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
        assertThat(rejected.json().required("items")).isEmpty();
    }

    private static void atTheSameTime(Runnable one, Runnable other) {
        allOf(runAsync(one, Thread::startVirtualThread), runAsync(other, Thread::startVirtualThread))
                .join();
    }

    /** The instances of a service behind a balancer; the launcher's own instance is none of them. */
    private static final class Rollout implements AutoCloseable {

        private final RunningRessenti ressenti;
        private final Part service;
        private final Balancer balancer = Balancer.open();
        private final List<Twin> instances = new ArrayList<>();
        private long readTwiceByThoseThatWent;

        Rollout(RunningRessenti ressenti, Part service) {
            this.ressenti = ressenti;
            this.service = service;
        }

        URI url() {
            return balancer.url();
        }

        void begin() {
            for (var i = 0; i < INSTANCES; i++) {
                addOne();
            }
        }

        /** As a Deployment does it: a new instance is ready before an old one goes. */
        void replaceAll() {
            for (var old : List.copyOf(instances)) {
                addOne();
                old.tellToEnd();
                await().pollDelay(HEARSAY).until(() -> true);
                readTwiceByThoseThatWent += readTwice(old.url());
                balancer.remove(old);
                old.awaitEnd();
                instances.remove(old);
            }
        }

        /** How many events its instances have read that had been processed before; the launcher's own instance reads too. */
        long readTwice() {
            var byThoseThatAre = Stream.concat(
                            Stream.of(ressenti.urlOf(service)),
                            instances.stream().map(Twin::url))
                    .mapToLong(this::readTwice)
                    .sum();
            return readTwiceByThoseThatWent + byThoseThatAre;
        }

        private long readTwice(URI instance) {
            var metrics = ressenti.demoBrand().at(instance).get("/q/metrics");
            assertThat(metrics.status()).as(metrics.body()).isEqualTo(200);
            return READ_TWICE
                    .matcher(metrics.body())
                    .results()
                    .mapToLong(sample -> (long) Double.parseDouble(sample.group(1)))
                    .sum();
        }

        private void addOne() {
            var twin = ressenti.startTwin(service);
            instances.add(twin);
            balancer.add(twin);
        }

        @Override
        public void close() {
            instances.forEach(Twin::close);
            balancer.close();
        }
    }
}
