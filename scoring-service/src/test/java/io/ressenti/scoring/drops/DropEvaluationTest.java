package io.ressenti.scoring.drops;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.scoring.drops.Evaluation.DropKey;
import io.ressenti.scoring.drops.Traffic.Change;
import io.ressenti.scoring.model.drop.BucketTally;
import io.ressenti.scoring.model.drop.Drop;
import io.ressenti.scoring.model.drop.SeriesWatch;
import io.ressenti.scoring.model.drop.Tally;
import io.ressenti.scoring.testing.Leftovers;
import io.ressenti.scoring.testing.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.drops.Traffic.COURIER;
import static io.ressenti.scoring.drops.Traffic.TOUCHPOINT;
import static io.ressenti.scoring.drops.Traffic.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The drops that are found are a function of the set of signals (S4), on the real database. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class DropEvaluationTest {

    private static final Instant START = Instant.parse("2026-01-20T00:00:00Z");
    private static final int DAYS = 75;
    private static final Instant CLOSED = START.plus(Duration.ofDays(DAYS + 1));

    @Inject
    Evaluations evaluations;

    @Inject
    Pool pool;

    private final String brand = Tokens.newBrand();

    @AfterEach
    void forget() {
        Leftovers.remove(pool, brand);
    }

    /** Months with two drops; a tenth of the signals late by days or weeks, another tenth taken back again. */
    @RepeatedTest(4)
    void findsTheDropsOfASetOfSignalsHoweverTheyArrive(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var kept = signals(random, 4000);
        var regretted = signals(random, 400);
        var arrivals = Stream.of(
                        kept,
                        regretted,
                        regretted.stream().map(Traffic::removed).toList())
                .flatMap(List::stream)
                .toList();

        // When batches arrive, and two instances evaluate now and then
        var waiting = inOrderOfArrival(arrivals, random);
        while (!waiting.isEmpty()) {
            var batch = waiting.subList(0, Math.min(waiting.size(), 1 + random.nextInt(900)));
            evaluations.count(List.copyOf(batch));
            evaluations.evaluateTwice(
                    BucketTally.startOf(batch.getLast().signal().encounter().occurredAt()));
            waiting = waiting.subList(batch.size(), waiting.size());
        }
        evaluations.evaluateTwice(CLOSED);

        // Then
        var expected = plainRecomputation(kept);
        assertThat(expected).isNotEmpty();
        assertThat(found()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void anEvaluationThatDiesHalfwayIsDoneAgain() {
        // Given an evaluation that cannot write what it has found, by whatever instance
        var signals = signals(new Random(7), 4000);
        evaluations.count(signals);
        var blocker = pool.getConnection().await().atMost(Evaluations.PATIENCE);
        execute(blocker, "BEGIN; LOCK TABLE drop_found IN ACCESS EXCLUSIVE MODE");
        var evaluating =
                evaluations.evaluateAll(CLOSED).onFailure().recoverWithNull().subscribeAsCompletionStage();

        // When its connection is cut
        try {
            cutConnectionsThatWaitFor("drop_found");
        } finally {
            execute(blocker, "ROLLBACK");
            blocker.close().await().atMost(Evaluations.PATIENCE);
        }
        evaluating.join();

        // Then
        await().atMost(Evaluations.PATIENCE).untilAsserted(() -> {
            evaluations.evaluate(CLOSED);
            assertThat(found()).containsExactlyInAnyOrderEntriesOf(plainRecomputation(signals));
        });
    }

    @Test
    void theStatesOfOldDaysAreThinnedOut() {
        // Given
        evaluations.count(new Traffic(brand).days(START, DAYS, 10, 5, "seller-1"));

        // When
        evaluations.evaluate(CLOSED);

        // Then of January, February and March the last day stays, and of March 29 on every day
        var days = pool.preparedQuery(
                        "SELECT day::text FROM drop_watch WHERE brand = $1 AND channel = '' AND partner = '' ORDER BY day")
                .execute(Tuple.of(brand))
                .await()
                .atMost(Evaluations.PATIENCE);
        List<String> kept = new ArrayList<>();
        days.forEach(row -> kept.add(row.getString("day")));
        assertThat(kept)
                .containsExactly(
                        "2026-01-31",
                        "2026-02-28",
                        "2026-03-28",
                        "2026-03-29",
                        "2026-03-30",
                        "2026-03-31",
                        "2026-04-01",
                        "2026-04-02",
                        "2026-04-03",
                        "2026-04-04");
    }

    private static void execute(SqlConnection connection, String sql) {
        connection.query(sql).execute().await().atMost(Evaluations.PATIENCE);
    }

    private void cutConnectionsThatWaitFor(String table) {
        await().atMost(Evaluations.PATIENCE)
                .until(() -> pool.preparedQuery("""
                        SELECT count(pg_terminate_backend(pid)) AS cut FROM pg_locks
                        WHERE relation = $1::text::regclass AND NOT granted
                        """)
                                .execute(Tuple.of(table))
                                .await()
                                .atMost(Evaluations.PATIENCE)
                                .iterator()
                                .next()
                                .getLong("cut")
                        > 0);
    }

    private List<Change> signals(Random random, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> {
                    var at = START.plusSeconds((long) (random.nextDouble() * DAYS * 86_400));
                    var partner = random.nextInt(4) == 0 ? null : "seller-" + random.nextInt(2);
                    return signal(
                            brand,
                            random.nextBoolean() ? COURIER : "COUNTER",
                            partner,
                            at,
                            random.nextDouble() < share(at, partner));
                })
                .toList();
    }

    /** Everything is worse from day 35 to 40; one partner is so from day 50 on. */
    private static double share(Instant at, String partner) {
        var day = Duration.between(START, at).toDays();
        if (day >= 35 && day < 40) {
            return 0.5;
        }
        return day >= 50 && "seller-1".equals(partner) ? 0.6 : 0.1;
    }

    /** Nearly by time; some come days or weeks late, and what is removed comes after what it removes. */
    private static List<Change> inOrderOfArrival(List<Change> changes, Random random) {
        Map<Change, Instant> arrival = new HashMap<>();
        changes.forEach(change -> {
            var late = random.nextInt(10) == 0 ? random.nextInt(40 * 86_400) : random.nextInt(600);
            var onTime = change.signal().encounter().occurredAt().plusSeconds(late);
            arrival.put(change, change.removed() ? onTime.plus(Duration.ofDays(DAYS)) : onTime);
        });
        return changes.stream().sorted(Comparator.comparing(arrival::get)).toList();
    }

    private static Map<DropKey, Drop> plainRecomputation(List<Change> signals) {
        Map<WatchedSeries, TreeMap<Instant, Tally>> bySeries = new HashMap<>();
        for (var change : signals) {
            var encounter = change.signal().encounter();
            var place = encounter.place();
            var tally = new Tally(1, change.signal().dissatisfied() ? 1 : 0);
            WatchedSeries.of(
                            encounter.brand(),
                            TOUCHPOINT,
                            place.channel(),
                            place.partner() == null ? "" : place.partner())
                    .forEach(series -> bySeries.computeIfAbsent(series, key -> new TreeMap<>())
                            .merge(BucketTally.startOf(encounter.occurredAt()), tally, Tally::plus));
        }
        Map<DropKey, Drop> drops = new HashMap<>();
        bySeries.forEach((series, buckets) -> {
            var watch = SeriesWatch.NEW;
            for (var bucket : buckets.entrySet()) {
                var step = watch.take(new BucketTally(bucket.getKey(), bucket.getValue()), 30);
                watch = step.watch();
                if (step.changed() != null) {
                    drops.put(new DropKey(series, step.changed().detectedAt()), step.changed());
                }
            }
        });
        return drops;
    }

    private Map<DropKey, Drop> found() {
        var rows = pool.preparedQuery("SELECT * FROM drop_found WHERE brand = $1")
                .execute(Tuple.of(brand))
                .await()
                .atMost(Evaluations.PATIENCE);
        Map<DropKey, Drop> found = new HashMap<>();
        rows.forEach(row -> {
            var series = new WatchedSeries(
                    brand, row.getString("touchpoint"), row.getString("channel"), row.getString("partner"));
            var drop = DropTable.read(row);
            found.put(new DropKey(series, drop.detectedAt()), drop);
        });
        return found;
    }
}
