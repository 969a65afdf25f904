package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads the policies as a network plug-in does, and asks of every connection that the manifests configure whether it may be made. */
class NetworkPoliciesTest {

    private static final List<String> BACKENDS =
            List.of("touchpoint-service", "feedback-service", "scoring-service", "notification-service");

    private static final int MAIL_PORT = 587;

    private static Manifests manifests;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        manifests = Manifests.with(
                "network-policies", "front-door", "migrations", "opentelemetry-collector", "email", "email/egress");
    }

    @Test
    void everyPolicyStandsInTheNamespaceOfThePods() {
        assertThat(manifests.ofKind("NetworkPolicy").map(policy -> policy.at("/metadata/namespace")
                        .asText()))
                .hasSize(15)
                .containsOnly("ressenti");
    }

    @Test
    void nothingIsAllowedUnnamed() {
        // Given
        var deny = policy("deny-all");

        // Then
        assertThat(deny.at("/spec/podSelector").isEmpty()).isTrue();
        assertThat(deny.at("/spec/policyTypes")).map(JsonNode::asText).containsExactly("Ingress", "Egress");
        assertThat(deny.at("/spec").has("ingress")).isFalse();
        assertThat(deny.at("/spec").has("egress")).isFalse();
    }

    /** The addresses in its environment are those of services that let it in, on the port that they listen on. */
    @Test
    void theConsoleReachesTheServicesThatItIsToldOfAndNoOthers() {
        // Given
        var console = pod("console");

        // When
        var told = environment("console")
                .filter(variable -> variable.path("value").asText().startsWith("http://"))
                .map(variable -> variable.path("value").asText().substring("http://".length()))
                .sorted()
                .toList();

        // Then
        var reached = BACKENDS.stream()
                .filter(backend -> mayConnect(console, pod(backend)))
                .sorted()
                .toList();
        assertThat(reached).isEqualTo(told).isNotEmpty();
    }

    @Test
    void noServiceReachesAnotherOrTheConsole() {
        for (var from : BACKENDS) {
            var reached = Stream.concat(BACKENDS.stream(), Stream.of("console", "front-door"))
                    .filter(to -> mayConnect(pod(from), pod(to)))
                    .toList();
            assertThat(reached).as(from).isEmpty();
        }
    }

    /** Its upstreams are the services that let it in. */
    @Test
    void theFrontDoorReachesWhatItHandsRequestsTo() throws IOException {
        // Given
        var configured = Pattern.compile("server ([a-z-]+):80;")
                .matcher(Files.readString(Path.of("components", "front-door", "upstreams.conf")))
                .results()
                .map(upstream -> upstream.group(1))
                .toList();

        // Then
        var reached = Stream.concat(BACKENDS.stream(), Stream.of("console"))
                .filter(to -> mayConnect(pod("front-door"), pod(to)))
                .toList();
        assertThat(configured).containsExactlyInAnyOrderElementsOf(reached).hasSize(5);
    }

    @Test
    void whoCallsComesThroughTheFrontDoorAlone() {
        assertThat(List.of(
                        "touchpoint-service", "feedback-service", "scoring-service", "notification-service", "console"))
                .noneMatch(service -> isOpenToCallers(pod(service)));
        assertThat(isOpenToCallers(pod("front-door"))).isTrue();
    }

    @Test
    void whoHasADatabaseAndKafkaReachesThem() {
        for (var backend : BACKENDS) {
            assertThat(portsAnywhere(pod(backend)))
                    .as(backend)
                    .filteredOn(port -> port != MAIL_PORT)
                    .containsExactlyInAnyOrder(5432, 9092, 9093);
        }
        assertThat(portsAnywhere(pod("console"))).isEmpty();
        assertThat(portsAnywhere(pod("front-door"))).isEmpty();
        assertThat(manifests.ofKind("Job")).hasSize(4).allSatisfy(migration -> assertThat(
                        portsAnywhere(migration.at("/spec/template/metadata/labels")))
                .containsExactly(5432));
    }

    /** By number, which every network plug-in understands. */
    @Test
    void whoIsReachedIsReachedOnThePortThatItListensOn() {
        assertThat(manifests.ofKind("Deployment")).hasSize(7).allSatisfy(deployment -> {
            var listening = deployment
                    .at("/spec/template/spec/containers/0/ports/0/containerPort")
                    .asInt();
            // Prometheus' flow names all pods; the collector has nothing for it.
            var open = selecting(deployment.at("/spec/template/metadata/labels"), "ingress")
                    .filter(rule -> !isForPrometheus(rule))
                    .flatMap(rule -> rule.findValues("port").stream())
                    .map(JsonNode::asInt);
            assertThat(open).isNotEmpty().containsOnly(listening);
        });
    }

    /** The address that they are told of, on the port that is open for them. */
    @Test
    void theServicesReachTheCollectorAndNobodyElseDoes() {
        var collector = pod("opentelemetry-collector");
        for (var backend : BACKENDS) {
            assertThat(mayConnect(pod(backend), collector)).as(backend).isTrue();
            assertThat(environment(backend)
                            .map(variable -> variable.path("value").asText()))
                    .contains("http://opentelemetry-collector:4317");
        }
        assertThat(mayConnect(pod("console"), collector)).isFalse();
        assertThat(BACKENDS).noneMatch(backend -> mayConnect(collector, pod(backend)));
        assertThat(portsAnywhere(collector)).isEmpty();
    }

    /** On the port that they are told of, and nobody else does. */
    @Test
    void notificationsReachTheMailServer() {
        // Given
        var told = manifests
                .the("ConfigMap", mapOf("RESSENTI_SMTP_PORT"))
                .at("/data/port")
                .asInt();

        // When
        var mailing = manifests
                .ofKind("Deployment")
                .filter(deployment -> portsAnywhere(deployment.at("/spec/template/metadata/labels"))
                        .anyMatch(port -> port == told))
                .map(Manifests::name);

        // Then
        assertThat(told).isEqualTo(MAIL_PORT);
        assertThat(mailing).containsExactly("notification-service");
    }

    /** A policy that lets it out to the mail server, and no other, would cut it off from Kafka and PostgreSQL. */
    @Test
    void mailAloneForbidsNothing() throws IOException, InterruptedException {
        assertThat(Manifests.with("email").ofKind("NetworkPolicy")).isEmpty();
    }

    /** The name, with its hash, of the ConfigMap from which notification-service takes a variable. */
    private static String mapOf(String variable) {
        return environment("notification-service")
                .filter(candidate -> candidate.path("name").asText().equals(variable))
                .map(found -> found.at("/valueFrom/configMapKeyRef/name").asText())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isForPrometheus(JsonNode rule) {
        return rule.at("/from/0/namespaceSelector/matchLabels").has("ressenti.io/monitoring");
    }

    @Test
    void theBrokersPortIsOneOfThose() {
        // Given
        var kafka = manifests
                .ofKind("ConfigMap")
                .map(map -> map.at("/data/kafka").asText())
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(portsAnywhere(pod("scoring-service")))
                .contains(Integer.parseInt(kafka.substring(kafka.lastIndexOf(':') + 1)));
    }

    /** Names are resolved by pods, or at the two addresses of a node's cache and of Cloud DNS; nothing else is reached there. */
    @Test
    void whoResolvesNamesIsReachedForThatAlone() {
        // When
        var dns = manifests.the("NetworkPolicy", "dns");

        // Then
        assertThat(dns.findValuesAsText("cidr")).containsExactly("169.254.20.10/32", "169.254.169.254/32");
        assertThat(dns.findValues("port")).allMatch(port -> port.asInt() == 53);
    }

    @Test
    void onlyNotificationsGoOutAndOnlyToPublicAddresses() {
        // Given
        var out = manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> !policy.findValues("ipBlock").isEmpty())
                .toList();

        // Then
        assertThat(out).map(Manifests::name).containsExactlyInAnyOrder("dns", "notification-to-receivers");
        var except = manifests.the("NetworkPolicy", "notification-to-receivers").findValues("except").stream()
                .flatMap(blocks -> StreamSupport.stream(blocks.spliterator(), false))
                .map(JsonNode::asText)
                .toList();
        assertThat(except)
                .contains("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7")
                // The API server does not find these within ::/0, and refuses the policy.
                .noneMatch(range -> range.startsWith("::ffff:"));
    }

    private static boolean isOpenToCallers(JsonNode pod) {
        return selecting(pod, "ingress")
                .flatMap(rule -> Manifests.each(rule.path("from")))
                .anyMatch(peer -> peer.at("/namespaceSelector/matchLabels").has("ressenti.io/callers"));
    }

    private static boolean mayConnect(JsonNode from, JsonNode to) {
        return selecting(from, "egress").anyMatch(rule -> names(rule.path("to"), to))
                && selecting(to, "ingress").anyMatch(rule -> names(rule.path("from"), from));
    }

    /** Ports that a pod may connect to wherever they are. */
    private static Stream<Integer> portsAnywhere(JsonNode pod) {
        return selecting(pod, "egress")
                .filter(rule -> !rule.has("to"))
                .flatMap(rule -> StreamSupport.stream(rule.path("ports").spliterator(), false))
                .map(port -> port.path("port").asInt());
    }

    /** Rules of the policies that select a pod. */
    private static Stream<JsonNode> selecting(JsonNode pod, String direction) {
        return manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> matches(policy.at("/spec/podSelector"), pod))
                .flatMap(policy ->
                        StreamSupport.stream(policy.at("/spec/" + direction).spliterator(), false));
    }

    private static boolean names(JsonNode peers, JsonNode pod) {
        return StreamSupport.stream(peers.spliterator(), false)
                .filter(peer -> !peer.has("namespaceSelector") && peer.has("podSelector"))
                .anyMatch(peer -> matches(peer.path("podSelector"), pod));
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        var byLabel = selector.path("matchLabels").properties().stream()
                .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
        return byLabel
                && StreamSupport.stream(selector.path("matchExpressions").spliterator(), false)
                        .allMatch(expression -> satisfies(expression, labels));
    }

    private static boolean satisfies(JsonNode expression, JsonNode labels) {
        assertThat(expression.path("operator").asText()).isEqualTo("In");
        var label = labels.path(expression.path("key").asText());
        return StreamSupport.stream(expression.path("values").spliterator(), false)
                .anyMatch(label::equals);
    }

    /** The labels of a deployment's pods. */
    private static JsonNode pod(String name) {
        return deployment(name).at("/spec/template/metadata/labels");
    }

    private static Stream<JsonNode> environment(String deployment) {
        var variables = deployment(deployment).at("/spec/template/spec/containers/0/env");
        return StreamSupport.stream(variables.spliterator(), false);
    }

    private static JsonNode deployment(String name) {
        return manifests.the("Deployment", name);
    }

    private static JsonNode policy(String name) {
        return manifests.the("NetworkPolicy", name);
    }
}
