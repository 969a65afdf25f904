package io.ressenti.e2e;

import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Cli;
import io.ressenti.e2e.system.Part;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import io.ressenti.e2e.truth.NumbersOf;
import io.ressenti.e2e.truth.OlistTruth;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A service that is killed in the middle of a replay loses nothing, counts nothing twice and raises no alert twice. */
@ExtendWith(RessentiExtension.class)
class FaultsE2E {

    /** About twenty seconds for the synthetic orders: it goes on while the service is away, and for a while after. */
    private static final String[] SLOWLY = {"--speed=50", "--batch=25"};

    private static final int SOME_REVIEWS = 10;

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"SCORING_SERVICE", "NOTIFICATION_SERVICE", "TOUCHPOINT_SERVICE", "FEEDBACK_SERVICE"})
    void numbersAndAlertsAreExactAfterAKillInMidReplay(Part victim, RunningRessenti ressenti) {
        // Given a replay that is under way
        ressenti.awaitReady();
        var brand = ressenti.brand("faults-" + victim.name().toLowerCase(Locale.ROOT));
        var replay = Cli.startReplay(brand, ressenti.url(), SyntheticOrders.DIRECTORY, SLOWLY);
        awaitReviews(brand);
        var before = ressenti.process(victim).pid();

        // When
        assertThat(replay.isRunning()).as("the replay runs before the kill").isTrue();
        ressenti.kill(victim);
        assertThat(replay.isRunning()).as("the replay runs after the kill").isTrue();

        // Then the launcher brings it back, the replay gets through, and nothing is amiss
        var result = replay.await();
        assertThat(result.exitCode()).as(result.output()).isZero();
        ressenti.awaitReady();
        assertThat(ressenti.process(victim).pid()).isNotEqualTo(before);
        brand.awaitEverythingProcessed();
        new NumbersOf(brand).equal(OlistTruth.of(SyntheticOrders.DIRECTORY));
        Cli.verifyScores(brand, ressenti.url());
    }

    private static void awaitReviews(Brand brand) {
        await("the replay is under way").atMost(Duration.ofSeconds(30)).until(() -> brand.scores("csat", "").stream()
                .anyMatch(row -> row.get("n").asInt() >= SOME_REVIEWS));
    }
}
