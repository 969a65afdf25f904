package io.ressenti.scoring.signals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.model.Judgement;
import io.ressenti.scoring.model.ScoredEvent;
import io.ressenti.scoring.model.Signal;
import io.ressenti.scoring.model.SignalReader;
import io.ressenti.scoring.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.nps;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** S4 on the real database: any order, duplication, batching and concurrency give the numbers of a plain recomputation. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class SetOfEventsTest {

    private static final SignalReader READER = new SignalReader(Judgement.USUAL, Map.of());
    private static final int EVENTS = 40;

    @Inject
    SignalStore store;

    @RepeatedTest(8)
    void countsASetOfEventsHoweverItArrives(RepetitionInfo repetition) {
        // Given two customers' events, most of them twice, shuffled
        var brand = Tokens.newBrand();
        var random = new Random(repetition.getCurrentRepetition());
        var events = events(brand, random);
        var arrivals =
                new ArrayList<>(Stream.concat(events.stream(), events.stream().skip(10))
                        .map(event -> new Arrival(event, random.nextInt(3)))
                        .toList());
        Collections.shuffle(arrivals, random);

        // When two consumers store them in batches, at the same time
        var half = arrivals.size() / 2;
        Uni.join()
                .all(
                        storeInBatches(arrivals.subList(0, half), 7),
                        storeInBatches(arrivals.subList(half, arrivals.size()), 4))
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(30));

        // Then
        var signals = events.stream().flatMap(event -> event.signals().stream()).toList();
        assertThat(metric(brand, "experience").getInt("rows[0].n")).isEqualTo(signals.size());
        assertThat(metric(brand, "experience").getDouble("rows[0].value"))
                .isCloseTo(signals.stream().mapToDouble(Signal::value).average().orElseThrow(), within(1e-9));
        for (var customer : List.of("c-0", "c-1")) {
            var own = signals.stream()
                    .filter(signal -> signal.encounter().customer().equals(customer))
                    .toList();
            var score = score(brand, customer);
            assertThat(score.getInt("n")).isEqualTo(own.size());
            assertThat(score.getDouble("experienced")).isCloseTo(experienced(own), within(1e-9));
        }
    }

    private Uni<Void> storeInBatches(List<Arrival> arrivals, int size) {
        return IntStream.iterate(0, start -> start < arrivals.size(), start -> start + size)
                .mapToObj(start -> arrivals.subList(start, Math.min(start + size, arrivals.size())))
                .map(store::store)
                .reduce(Uni.createFrom().voidItem(), (before, next) -> before.chain(() -> next));
    }

    private static List<ScoredEvent> events(String brand, Random random) {
        return IntStream.range(0, EVENTS).mapToObj(i -> event(brand, i, random)).toList();
    }

    private static ScoredEvent event(String brand, int i, Random random) {
        var customer = "c-" + i % 2;
        var at = NOON.minusSeconds(random.nextInt(100 * 86_400));
        TouchpointRecorded delivered =
                touchpoint(brand, "e-" + i, customer, at, Outcome.SUCCESS, delay(random.nextInt(100)));
        FeedbackRecorded answered =
                feedback(brand, "e-" + i, customer, at, csat(1 + random.nextInt(5)), nps(random.nextInt(11)));
        return random.nextBoolean() ? READER.read(delivered) : READER.read(answered);
    }

    private static double experienced(List<Signal> signals) {
        var weights = signals.stream().mapToDouble(SetOfEventsTest::weight).sum();
        return signals.stream()
                        .mapToDouble(signal -> weight(signal) * signal.value())
                        .sum()
                / weights;
    }

    private static double weight(Signal signal) {
        var days = Duration.between(signal.encounter().occurredAt(), NOON).toSeconds() / 86_400.0;
        return Math.pow(2, -days / 30) * (signal.value() < 50 ? 2 : 1);
    }

    private static JsonPath metric(String brand, String metric) {
        return get(brand, "/api/v1/scores/" + metric);
    }

    private static JsonPath score(String brand, String customer) {
        return get(brand, "/api/v1/customers/" + customer + "/score");
    }

    private static JsonPath get(String brand, String path) {
        return given().auth()
                .oauth2(Tokens.of(brand, Roles.LEAD))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }
}
