package io.ressenti.scoring.upkeep;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.scoring.testing.Scores;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** However the numbers came about: where nothing is wrong a verification finds nothing. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class NoDamageTest {

    private static final Instant LATER = NOON.plusSeconds(3600);

    @KafkaBootstrapServers
    String servers;

    @Inject
    Pool pool;

    private final String brand = Tokens.newBrand();
    private TestKafka kafka;

    @BeforeEach
    void connect() {
        kafka = new TestKafka(servers);
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void aPersonOfThreeIdentifiersWhoBecomesAnother() {
        // Given each has answered, and who stands for them changes with the second merge; one is known by the merge
        // alone
        kafka.publish(Topics.FEEDBACK, answer("r-1", "c-1", 1), answer("r-2", "c-2", 5), answer("r-3", "c-3", 4));
        Scores.awaitSignals(brand, "c-3", 1);
        kafka.publish(Topics.CUSTOMERS, merged("m-1", "c-1", "c-2"));
        Scores.awaitSignals(brand, "c-1", 2);
        kafka.publish(Topics.CUSTOMERS, merged("m-2", "c-2", "c-3"));
        Scores.awaitSignals(brand, "c-1", 3);
        kafka.publish(Topics.CUSTOMERS, merged("m-3", "c-3", "c-4"));
        awaitLinks(3);

        // When
        var run = UpkeepApi.verify();

        // Then
        assertConsistent(run);
    }

    @Test
    void anIdentifierThatBecomesAnothersBeforeAnythingIsTold() {
        // Given one of whom nothing is told yet, as in a rebuild
        kafka.publish(Topics.FEEDBACK, answer("r-1", "c-1", 1), answer("r-2", "c-2", 5));
        Scores.awaitSignals(brand, "c-1", 1);
        Scores.awaitSignals(brand, "c-2", 1);
        pool.preparedQuery("UPDATE customer_score SET told = NULL WHERE brand = $1")
                .executeAndAwait(Tuple.of(brand));
        kafka.publish(Topics.CUSTOMERS, merged("m-1", "c-1", "c-2"));
        Scores.awaitSignals(brand, "c-1", 2);

        // When
        var run = UpkeepApi.verify();

        // Then
        assertConsistent(run);
    }

    @Test
    void identifiersThatWereToldApartAgain() {
        // Given one at risk and one content, merged and un-merged, and an older merge that comes late
        kafka.publish(Topics.FEEDBACK, answer("r-1", "c-1", 1), answer("r-2", "c-2", 5));
        kafka.publish(Topics.CUSTOMERS, merged("m-1", "c-1", "c-2"));
        Scores.awaitSignals(brand, "c-1", 2);
        kafka.publish(
                Topics.CUSTOMERS,
                new CustomersUnmerged("u-1", "crm", brand, "c-1", LATER, LATER),
                new CustomersMerged("m-0", "crm", brand, "c-1", "c-3", NOON.minusSeconds(1), LATER));
        Scores.awaitSignals(brand, "c-2", 1);
        awaitLinks(3);

        // When
        var run = UpkeepApi.verify();

        // Then
        assertConsistent(run);
    }

    @Test
    void anErasedCustomerOfWhomOldAndNewEventsComeLate() {
        // Given somebody who was another's, and is erased; a merge and an answer that are void come late, and one that
        // counts
        kafka.publish(Topics.FEEDBACK, answer("r-1", "c-1", 1), answer("r-2", "c-2", 5));
        kafka.publish(Topics.CUSTOMERS, merged("m-1", "c-1", "c-2"));
        Scores.awaitSignals(brand, "c-1", 2);
        kafka.publish(Topics.CUSTOMERS, new CustomerErased("x-1", "crm", brand, "c-1", LATER, LATER));
        Scores.awaitUnknown(brand, "c-1");
        kafka.publish(Topics.CUSTOMERS, merged("m-2", "c-3", "c-1"));
        kafka.publish(
                Topics.FEEDBACK,
                answer("r-3", "c-1", 2),
                feedback(brand, "r-4", "c-1", LATER.plusSeconds(60), csat(3)));
        Scores.awaitSignals(brand, "c-1", 1);
        awaitLinks(2);

        // When
        var run = UpkeepApi.verify();

        // Then
        assertConsistent(run);
    }

    @Test
    void anAmendedAnswerThatIsAnothersNowAndOneThatSaysNothingAnyMore() {
        // Given
        kafka.publish(Topics.FEEDBACK, answer("r-1", "c-1", 1), answer("r-2", "c-1", 1));
        Scores.awaitSignals(brand, "c-1", 2);
        kafka.publish(
                Topics.FEEDBACK,
                amended(feedback(brand, "r-1", "c-2", LATER, csat(5))),
                amended(feedback(brand, "r-2", "c-1", NOON)));
        Scores.awaitSignals(brand, "c-2", 1);
        Scores.awaitUnknown(brand, "c-1");

        // When
        var run = UpkeepApi.verify();

        // Then
        assertConsistent(run);
    }

    @Test
    void eventsThatSayNothing() {
        // Given no promise, and an answer without a rating
        kafka.publish(Topics.TOUCHPOINTS, touchpoint(brand, "e-1", "c-1", NOON, Outcome.SUCCESS));
        kafka.publish(Topics.FEEDBACK, feedback(brand, "r-1", "c-1", NOON));
        await().atMost(Duration.ofSeconds(60)).until(() -> count("accepted_event") == 2);

        // When
        var run = UpkeepApi.verify();

        // Then
        assertConsistent(run);
        assertThat(count("customer_score")).isZero();
    }

    @Test
    void whileEventsArrive() throws InterruptedException {
        // Given customers who answer, amend, are merged, un-merged and erased, all the time
        var done = new AtomicBoolean();
        var busy = Thread.ofVirtual().start(() -> {
            for (int i = 0; !done.get(); i++) {
                happenAt(i);
            }
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> count("accepted_event") > 0);

        // When
        var runs = Stream.generate(UpkeepApi::verify).limit(3).toList();

        // Then
        done.set(true);
        busy.join();
        assertThat(runs).allSatisfy(NoDamageTest::assertConsistent);
    }

    private void happenAt(int i) {
        var at = NOON.plusSeconds(i);
        var customer = "c-" + i % 20;
        publish(Topics.FEEDBACK, feedback(brand, "r-" + i, customer, at, csat(1 + i % 5)));
        publish(Topics.FEEDBACK, amended(feedback(brand, "r-" + i / 2, "c-" + i % 13, at, csat(1 + i % 3))));
        publish(Topics.FEEDBACK, feedback(brand, "n-" + i % 50, "never-merged", NOON, csat(1)));
        publish(Topics.CUSTOMERS, new CustomersMerged("m-" + i, "crm", brand, customer, "c-" + i % 7, at, at));
        publish(Topics.CUSTOMERS, new CustomersUnmerged("u-" + i, "crm", brand, "c-" + i % 11, at, at));
        publish(Topics.CUSTOMERS, new CustomerErased("x-" + i, "crm", brand, "c-" + i % 17, at, at));
    }

    private void publish(String topic, Event event) {
        kafka.publish(topic, event);
    }

    private FeedbackRecorded answer(String id, String customer, int satisfaction) {
        return feedback(brand, id, customer, NOON, csat(satisfaction));
    }

    private static FeedbackRecorded amended(FeedbackRecorded event) {
        return new FeedbackRecorded(
                event.id(),
                event.source(),
                event.brand(),
                event.customer(),
                event.journeyId(),
                event.touchpoint(),
                event.stage(),
                event.channel(),
                event.partner(),
                event.occurredAt(),
                event.receivedAt(),
                event.answers(),
                event.comment(),
                event.language(),
                1);
    }

    private CustomersMerged merged(String id, String customer, String into) {
        return new CustomersMerged(id, "crm", brand, customer, into, NOON, NOON.plusSeconds(1));
    }

    private void awaitLinks(int links) {
        await().atMost(Duration.ofSeconds(60)).until(() -> count("customer_link") == links);
    }

    private long count(String table) {
        return pool.preparedQuery("SELECT count(*) FROM " + table + " WHERE brand = $1")
                .executeAndAwait(Tuple.of(brand))
                .iterator()
                .next()
                .getLong(0);
    }

    private static void assertConsistent(JsonPath run) {
        assertThat(run.getBoolean("consistent")).as(run.prettify()).isTrue();
    }
}
