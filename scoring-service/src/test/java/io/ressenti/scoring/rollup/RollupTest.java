package io.ressenti.scoring.rollup;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Answer;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.csat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Folded, packed or neither yet, long spans or short ones: the numbers are those of plainly going through the answers. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class RollupTest {

    private static final int ANSWERS = 300;
    private static final Instant BEGIN = Instant.parse("2025-11-17T00:00:00Z");
    private static final long SECONDS = Duration.ofDays(120).toSeconds();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Answers, and what they add up to. */
    private record Tally(long n, long sum) {

        static Tally of(FeedbackRecorded answer) {
            return new Tally(1, answer.answers().getFirst().value());
        }

        static Tally of(Map<String, Object> row) {
            var n = ((Number) row.get("n")).longValue();
            return new Tally(n, Math.round(n * ((Number) row.get("mean")).doubleValue()));
        }

        Tally plus(Tally other) {
            return new Tally(n + other.n, sum + other.sum);
        }
    }

    @KafkaBootstrapServers
    String servers;

    @Inject
    Pool pool;

    @Inject
    RollupJob job;

    private final String brand = Tokens.newBrand();
    private final List<FeedbackRecorded> answers = new ArrayList<>(answers());
    private TestKafka kafka;

    @BeforeEach
    void answer() {
        kafka = new TestKafka(servers);
        publish(answers.subList(0, ANSWERS / 2));
        awaitFolded();
        publish(answers.subList(ANSWERS / 2, ANSWERS));
        await().atMost(PATIENCE)
                .until(() -> rows("bucket=month", row -> "all").values().stream()
                                .mapToLong(Tally::n)
                                .sum()
                        == ANSWERS);
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void addsUpTheSameBeforeAndAfterFolding() {
        // Given what is folded in part
        assertThatAllAnswersAreRight();

        // When
        awaitFolded();

        // Then
        assertThatAllAnswersAreRight();
    }

    @Test
    void addsUpTheSameBeforeAndAfterPacking() {
        // Given
        awaitFolded();

        // When
        awaitPacked();

        // Then
        assertThatAllAnswersAreRight();
        assertThat(counted("metric_series")).isPositive();
    }

    @Test
    void whatIsAmendedInPackedMonthsIsReadBesideThemAndPackedToo() {
        // Given
        awaitFolded();
        awaitPacked();

        // When
        amendSome();

        // Then
        awaitFolded();
        assertThatAllAnswersAreRight();
        awaitPacked();
        assertThatAllAnswersAreRight();
    }

    @Test
    void leavesWhatIsStillAddedTo() {
        // Given one answer of this moment, and one of two days ago
        var now = Instant.now();
        var earlier = now.minus(2, ChronoUnit.DAYS);
        publish(List.of(at(answers.getFirst(), "r-now", now), at(answers.getFirst(), "r-earlier", earlier)));
        await().atMost(PATIENCE).until(() -> counted("signal") == ANSWERS + 2);
        awaitFolded();

        // When
        await().atMost(PATIENCE).until(() -> {
            job.packSome().await().indefinitely();
            return starts("SELECT start FROM metric_rollup WHERE brand = $1 AND span = 'DAY'")
                            .size()
                    == 1;
        });

        // Then
        var today = now.truncatedTo(ChronoUnit.DAYS);
        assertThat(starts("SELECT start FROM metric_rollup WHERE brand = $1 AND span = 'DAY'"))
                .containsExactly(today);
        assertThat(starts("SELECT start FROM metric_rollup WHERE brand = $1 AND span = 'MONTH'"))
                .containsExactly(firstOfMonth(now));
        assertThat(starts("SELECT unnest(starts) AS start FROM metric_series WHERE brand = $1 AND span = 'DAY'"))
                .contains(earlier.truncatedTo(ChronoUnit.DAYS))
                .doesNotContain(today);
    }

    @Test
    void keepsNothingPackedOfWhatDoesNotCountAnyMore() {
        // Given
        awaitFolded();
        awaitPacked();

        // When
        IntStream.range(0, 20).forEach(customer -> kafka.publish(Topics.CUSTOMERS, erased("c-" + customer)));
        await().atMost(PATIENCE).until(() -> counted("signal") == 0);

        // Then
        awaitFolded();
        answers.clear();
        assertThatAllAnswersAreRight();
        awaitPacked();
        assertThatAllAnswersAreRight();
        assertThat(counted("metric_series")).isZero();
    }

    private void assertThatAllAnswersAreRight() {
        assertThat(rows("bucket=hour", row -> String.valueOf(row.get("bucket"))))
                .isEqualTo(count(answer -> true, answer -> answer.occurredAt()
                        .truncatedTo(ChronoUnit.HOURS)
                        .toString()));
        assertThat(rows("by=touchpoint&bucket=day", row -> row.get("touchpoint") + " " + row.get("bucket")))
                .isEqualTo(count(answer -> true, answer -> answer.touchpoint() + " " + day(answer)));
        assertThat(rows("by=stage,channel&bucket=week", row -> row.get("stage") + " " + row.get("bucket")))
                .isEqualTo(count(answer -> true, answer -> answer.stage() + " " + week(answer)));
        assertThat(rows("by=channel,partner", row -> row.get("channel") + " " + row.get("partner")))
                .isEqualTo(count(answer -> true, answer -> answer.channel() + " " + answer.partner()));
        assertThat(rows("bucket=month&partner=", row -> String.valueOf(row.get("bucket"))))
                .isEqualTo(count(
                        answer -> answer.partner() == null,
                        answer -> day(answer).withDayOfMonth(1).toString()));
        assertThat(rows("by=partner&touchpoint=t-1&channel=WEB", row -> String.valueOf(row.get("partner"))))
                .isEqualTo(count(
                        answer -> answer.touchpoint().equals("t-1")
                                && answer.channel().equals("WEB"),
                        answer -> String.valueOf(answer.partner())));
        assertThat(rows(
                        "by=touchpoint,partner&from=2025-12-03T04:05:06Z&to=2026-02-03T04:05:06Z",
                        row -> row.get("touchpoint") + " " + row.get("partner")))
                .isEqualTo(count(
                        answer -> !answer.occurredAt().isBefore(Instant.parse("2025-12-03T04:05:06Z"))
                                && answer.occurredAt().isBefore(Instant.parse("2026-02-03T04:05:06Z")),
                        answer -> answer.touchpoint() + " " + answer.partner()));
    }

    private Map<String, Tally> count(Predicate<FeedbackRecorded> which, Function<FeedbackRecorded, String> key) {
        return answers.stream().filter(which).collect(Collectors.toMap(key, Tally::of, Tally::plus, TreeMap::new));
    }

    private Map<String, Tally> rows(String parameters, Function<Map<String, Object>, String> key) {
        List<Map<String, Object>> rows = given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .get("/api/v1/scores/csat?" + parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("rows");
        return rows.stream().collect(Collectors.toMap(key, Tally::of, Tally::plus, TreeMap::new));
    }

    private void publish(List<FeedbackRecorded> part) {
        kafka.publish(Topics.FEEDBACK, part.toArray(FeedbackRecorded[]::new));
    }

    private void awaitFolded() {
        await().atMost(PATIENCE).until(() -> {
            job.foldSome().await().indefinitely();
            return counted("metric_sum") > 0 && counted("signal_change") == 0;
        });
    }

    /** All months have ended long ago. */
    private void awaitPacked() {
        await().atMost(PATIENCE).until(() -> {
            job.packSome().await().indefinitely();
            return counted("metric_rollup") == 0;
        });
    }

    /** Given in another place, as their customers say now. */
    private void amendSome() {
        for (int i = 0; i < ANSWERS; i += 3) {
            answers.set(i, amended(answers.get(i)));
            publish(answers.subList(i, i + 1));
        }
        await().atMost(PATIENCE).until(() -> rows("by=channel", row -> String.valueOf(row.get("channel")))
                .equals(count(answer -> true, FeedbackRecorded::channel)));
    }

    private long counted(String table) {
        return pool.preparedQuery("SELECT count(*) AS n FROM " + table + " WHERE brand = $1")
                .executeAndAwait(Tuple.of(brand))
                .iterator()
                .next()
                .getLong("n");
    }

    private List<FeedbackRecorded> answers() {
        var random = new Random(7);
        return IntStream.range(0, ANSWERS)
                .mapToObj(number -> answer(number, random))
                .toList();
    }

    private FeedbackRecorded answer(int number, Random random) {
        var touchpoint = random.nextInt(3);
        var at = BEGIN.plusSeconds(random.nextLong(SECONDS));
        return new FeedbackRecorded(
                "r-" + number,
                "survey",
                brand,
                "c-" + random.nextInt(20),
                null,
                "t-" + touchpoint,
                Stage.values()[touchpoint],
                random.nextBoolean() ? "WEB" : "STORE",
                random.nextBoolean() ? "seller-" + random.nextInt(2) : null,
                at,
                at,
                List.of(csat(1 + random.nextInt(5))),
                null,
                null,
                null);
    }

    /** Given in another place, and with another rating. */
    private static FeedbackRecorded amended(FeedbackRecorded answer) {
        return like(answer, answer.id(), "PHONE", answer.occurredAt(), csat(1), 1);
    }

    private static FeedbackRecorded at(FeedbackRecorded answer, String id, Instant at) {
        return like(answer, id, answer.channel(), at, answer.answers().getFirst(), null);
    }

    private static FeedbackRecorded like(
            FeedbackRecorded answer, String id, String channel, Instant at, Answer given, Integer revision) {
        return new FeedbackRecorded(
                id,
                answer.source(),
                answer.brand(),
                answer.customer(),
                answer.journeyId(),
                answer.touchpoint(),
                answer.stage(),
                channel,
                answer.partner(),
                at,
                at,
                List.of(given),
                null,
                null,
                revision);
    }

    private CustomerErased erased(String customer) {
        return new CustomerErased("erase-" + customer, "console", brand, customer, BEGIN, Instant.now());
    }

    private Set<Instant> starts(String statement) {
        return StreamSupport.stream(
                        pool.preparedQuery(statement)
                                .executeAndAwait(Tuple.of(brand))
                                .spliterator(),
                        false)
                .map(row -> row.getOffsetDateTime("start").toInstant())
                .collect(Collectors.toSet());
    }

    private static Instant firstOfMonth(Instant time) {
        return time.atOffset(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }

    private static LocalDate day(FeedbackRecorded answer) {
        return answer.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static LocalDate week(FeedbackRecorded answer) {
        return day(answer).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
