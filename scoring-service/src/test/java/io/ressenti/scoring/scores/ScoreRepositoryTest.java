package io.ressenti.scoring.scores;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.scoring.model.Addend;
import io.ressenti.scoring.model.Series;
import io.ressenti.scoring.scores.ScoreRepository.Group;
import io.ressenti.scoring.testing.Scores;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class ScoreRepositoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ScoreQuery BY_PARTNER = new ScoreQuery(
            List.of(Series.EXPERIENCE_STATED),
            EnumSet.of(Addend.SUM),
            EnumSet.of(Dimension.PARTNER),
            Optional.empty(),
            new Window(null, null),
            Map.of());

    @KafkaBootstrapServers
    String servers;

    @Inject
    ScoreRepository repository;

    @Inject
    Pool pool;

    @Inject
    AgroalDataSource dataSource;

    private final String brand = Tokens.newBrand();

    @BeforeEach
    void answer() {
        try (var kafka = new TestKafka(servers)) {
            kafka.publish(
                    Topics.FEEDBACK,
                    feedback(brand, "r-1", "c-1", NOON, "\uD83C\uDFEA", csat(5)),
                    feedback(brand, "r-2", "c-1", NOON, "\uFF21", csat(1)),
                    feedback(brand, "r-3", "c-1", NOON, csat(3)),
                    feedback(brand, "r-4", "c-1", NOON, "A", csat(2)));
        }
        Scores.awaitSignals(brand, "c-1", 4);
    }

    @Test
    void ordersByCodePoints() {
        // When
        var totals = repository.totals(brand, BY_PARTNER, 100).await().atMost(PATIENCE);

        // Then the brand itself comes first, and a shop sign after a full-width letter
        assertThat(totals.groups())
                .extracting(Group::dimensions)
                .extracting(dimensions -> dimensions.get("partner"))
                .containsExactly(null, "A", "\uFF21", "\uD83C\uDFEA");
    }

    @Test
    void endsWhatTakesTooLong() throws Exception {
        // Given a reader in a hurry, and sums that somebody else holds
        var hurried = new ScoreRepository(pool, Duration.ofMillis(200));
        try (var holder = dataSource.getConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE metric_rollup IN ACCESS EXCLUSIVE MODE");

            // When
            var totals = hurried.totals(brand, BY_PARTNER, 100);

            // Then
            assertThatThrownBy(() -> totals.await().atMost(PATIENCE)).isInstanceOf(TooSlowException.class);
            holder.rollback();
        }
    }

    @Test
    void readsNoColumnThatIsNotNeeded() {
        // When
        var totals = repository.totals(brand, BY_PARTNER, 100).await().atMost(PATIENCE);

        // Then
        assertThat(totals.groups()).extracting(group -> group.sums().sum()).containsExactly(50.0, 25.0, 0.0, 100.0);
        assertThat(totals.groups())
                .extracting(group -> group.sums().unfavourable())
                .containsOnly(0L);
    }

    @Test
    void givesUpWhereThereIsTooMuchAndGoesOn() {
        // When
        assertThatThrownBy(() -> repository.totals(brand, BY_PARTNER, 3).await().atMost(PATIENCE))
                .isInstanceOf(TooManySumsException.class);

        // Then
        var totals = repository.totals(brand, BY_PARTNER, 4).await().atMost(PATIENCE);
        assertThat(totals.groups()).hasSize(4);
    }
}
