package io.ressenti.scoring.signals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Stage;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.model.Judgement;
import io.ressenti.scoring.model.SignalReader;
import io.ressenti.scoring.testing.Leftovers;
import io.ressenti.scoring.testing.Scores;
import io.ressenti.scoring.testing.Tokens;
import io.ressenti.scoring.upkeep.UpkeepApi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A brand changes what it calls dissatisfied, and what it weighs: what has counted keeps the judgement of its time. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class JudgementChangedTest {

    @Inject
    SignalStore store;

    @Inject
    Pool pool;

    private final String brand = Tokens.newBrand();

    @AfterEach
    void forget() {
        Leftovers.remove(pool, brand);
    }

    @Test
    void isNoDamage() {
        // Given two answers of 50, one judged before the change and one after it
        count("r-1", Judgement.USUAL);
        count("r-2", new Judgement(60, Map.of(Stage.DEBRIEF, 3.0)));

        // When
        var run = UpkeepApi.verify();

        // Then
        assertThat(run.getBoolean("consistent")).as(run.prettify()).isTrue();
        Scores.awaitSignals(brand, "c-1", 2);
        given().auth()
                .oauth2(Tokens.of(brand, Roles.LEAD))
                .get("/api/v1/scores/dissatisfied-share")
                .then()
                .body("rows[0].n", equalTo(2), "rows[0].value", equalTo(50f));
    }

    private void count(String id, Judgement judgement) {
        var event = feedback(brand, id, "c-1", NOON, csat(3));
        var scored = new SignalReader(judgement, Map.of()).read(event);
        store.store(List.of(scored)).await().indefinitely();
    }
}
