package io.ressenti.notification.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.CustomerAtRisk;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.SignalDissatisfied;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.notification.testing.AlertsApi;
import io.ressenti.notification.testing.Dissatisfaction;
import io.ressenti.notification.testing.Topic;
import io.ressenti.platform.event.EventCodec;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read and written is what {@code contracts} says. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class AlertContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);

    @Test
    void theExampleOfADissatisfiedSignalBecomesAnAlert() throws IOException {
        exampleBecomesAnAlert(SignalDissatisfied.class, "dissatisfied-signal");
    }

    @Test
    void theExampleOfACustomerAtRiskBecomesAnAlert() throws IOException {
        exampleBecomesAnAlert(CustomerAtRisk.class, "customer-at-risk");
    }

    @Test
    void whatIsSaidAboutAlertsFitsTheSchema() throws IOException {
        // Given
        var customer = Dissatisfaction.unique("customer");
        var schema = schema("AlertChanged");
        try (var topic = Topic.fromNow(Topics.ALERTS)) {
            Dissatisfaction.publish(Dissatisfaction.signal("acme", customer, "o-1", 12));
            var id = (String) acme.awaitAlert(customer, 1).get("id");

            // When
            acme.act(id, "resolve", Map.of("text", "Refunded.")).then().statusCode(200);

            // Then
            var opened = topic.await("acme|" + customer);
            var resolved = topic.await("acme|" + customer);
            assertThat(schema.validate(JSON.readTree(opened.value()))).isEmpty();
            assertThat(schema.validate(JSON.readTree(resolved.value()))).isEmpty();
            assertThat(JSON.readTree(opened.value()).get("change").asText()).isEqualTo("OPENED");
            assertThat(JSON.readTree(resolved.value()).get("change").asText()).isEqualTo("RESOLVED");
            assertThat(new String(opened.headers().lastHeader("ce_id").value())).isEqualTo(id + ":1");
            assertThat(new String(resolved.headers().lastHeader("ce_id").value()))
                    .isEqualTo(id + ":2");
        }
    }

    private void exampleBecomesAnAlert(Class<? extends Event> type, String rule) throws IOException {
        // Given
        var customer = Dissatisfaction.unique("customer");
        var example = (ObjectNode) JSON.readTree(resource("/examples/" + type.getSimpleName() + ".v1.json"));
        example.put("id", Dissatisfaction.unique("event")).put("brand", "acme").put("customer", customer);

        // When
        Dissatisfaction.publish(EventCodec.typeOf(type), "acme|" + customer, JSON.writeValueAsBytes(example));

        // Then
        assertThat(acme.awaitAlert(customer, 1)).containsEntry("rule", rule);
    }

    private static JsonSchema schema(String event) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.readTree(resource("/schemas/" + event + ".v1.json")));
    }

    private static byte[] resource(String path) throws IOException {
        try (var stream = AlertContractTest.class.getResourceAsStream(path)) {
            return stream.readAllBytes();
        }
    }
}
