package io.ressenti.e2e;

import io.ressenti.client.ApiClient;
import io.ressenti.client.ApiException;
import io.ressenti.client.api.CatalogueApi;
import io.ressenti.client.api.JourneyApi;
import io.ressenti.client.api.TouchpointsApi;
import io.ressenti.client.model.ChannelDefinition;
import io.ressenti.client.model.JourneyEntry;
import io.ressenti.client.model.JourneyView;
import io.ressenti.client.model.Outcome;
import io.ressenti.client.model.Owner;
import io.ressenti.client.model.Problem;
import io.ressenti.client.model.PromiseDefinition;
import io.ressenti.client.model.Stage;
import io.ressenti.client.model.TouchpointDefinition;
import io.ressenti.client.model.TouchpointEvent;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** A client that was generated from the touchpoint API's document, and from nothing else, works. */
@ExtendWith(RessentiExtension.class)
class GeneratedClientE2E {

    private static final String DELIVERY = "delivery";
    private static final OffsetDateTime NOON =
            OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS).minusHours(1);

    private static ApiClient client;

    @BeforeAll
    static void aCatalogue(RunningRessenti running) throws ApiException {
        var brand = running.brand("generated-client");
        client = clientOf(running, brand);
        var catalogue = new CatalogueApi(client);
        catalogue.putChannel("COURIER", new ChannelDefinition().online(false));
        catalogue.putTouchpoint(
                DELIVERY,
                new TouchpointDefinition()
                        .stage(Stage.ACCESS)
                        .names(Map.of("en", "Delivery"))
                        .channels(List.of("COURIER"))
                        .promises(List.of(new PromiseDefinition()
                                .measure("delayHours")
                                .limit(0.0)
                                .tolerance(72.0)))
                        .owner(Owner.BRAND));
    }

    @Test
    void whatWasPutIntoTheCatalogueCanBeRead() throws ApiException {
        // When
        var touchpoint = new CatalogueApi(client).getTouchpoint(DELIVERY);

        // Then
        assertThat(touchpoint.getStage()).isEqualTo(Stage.ACCESS);
        assertThat(touchpoint.getPromises()).singleElement().satisfies(promise -> {
            assertThat(promise.getMeasure()).isEqualTo("delayHours");
            assertThat(promise.getTolerance()).isEqualTo(72.0);
        });
    }

    @Test
    void anEventThatIsSentStandsInTheJourneyWithItsPromise() throws ApiException {
        // Given
        var event = event("g-1", "c-generated").measures(Map.of("delayHours", 36.5));

        // When
        var accepted = new TouchpointsApi(client).recordTouchpoint(event, null);

        // Then
        assertThat(accepted.getId()).isEqualTo("g-1");
        var line = awaitJourney("c-generated", 1).getItems().getFirst();
        assertThat(line.getOccurredAt()).isEqualTo(NOON);
        assertThat(line.getOutcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(line.getPartner()).isNull();
        assertThat(line.getPromises()).singleElement().satisfies(promise -> {
            assertThat(promise.getValue()).isEqualTo(36.5);
            assertThat(promise.getLimit()).isZero();
        });
    }

    @Test
    void theBadItemOfABatchIsNamedAndTheOthersGoThrough() throws ApiException {
        // Given
        var batch = List.of(
                event("g-2", "c-batch"), event("g-3", "c-batch").touchpoint("nowhere"), event("g-4", "c-batch"));

        // When
        var result = new TouchpointsApi(client).recordTouchpointBatch(batch, null);

        // Then
        assertThat(result.getAccepted()).isEqualTo(2);
        assertThat(result.getRejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.getIndex()).isEqualTo(1);
            assertThat(rejected.getId()).isEqualTo("g-3");
            assertThat(rejected.getProblem().getType()).hasToString("urn:ressenti:problem:unknown-touchpoint");
        });
        assertThat(awaitJourney("c-batch", 2).getItems())
                .extracting(JourneyEntry::getId)
                .containsExactlyInAnyOrder("g-2", "g-4");
    }

    @Test
    void aBadRequestIsAnsweredWithAProblemThatCanBeRead() throws Exception {
        // Given an event without a customer
        var event = event("g-5", null);

        // When
        var refusal = catchThrowableOfType(
                ApiException.class, () -> new TouchpointsApi(client).recordTouchpoint(event, null));

        // Then
        assertThat(refusal.getCode()).isEqualTo(422);
        var problem = ApiClient.createDefaultObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
        assertThat(problem.getType()).hasToString("urn:ressenti:problem:invalid");
        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(problem.getErrors()).singleElement().satisfies(error -> assertThat(error.getPointer())
                .isEqualTo("/customer"));
    }

    private static TouchpointEvent event(String id, String customer) {
        return new TouchpointEvent()
                .id(id)
                .source("generated-client")
                .occurredAt(NOON)
                .customer(customer)
                .touchpoint(DELIVERY)
                .channel("COURIER");
    }

    private static JourneyView awaitJourney(String customer, int lines) {
        return await("the journey of " + customer)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> new JourneyApi(client).getCustomerJourney(customer, null, null, null, null, null, null),
                        journey -> journey.getItems().size() == lines);
    }

    private static ApiClient clientOf(RunningRessenti running, Brand brand) {
        var client = new ApiClient();
        client.updateBaseUri(running.url().toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + brand.key()));
        return client;
    }
}
