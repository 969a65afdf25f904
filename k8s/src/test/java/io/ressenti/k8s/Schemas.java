package io.ressenti.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;

/** The Kubernetes API and what operators add to it, as far as it is published as classes: they refuse what they do not know. */
final class Schemas {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";

    /** The packages of custom resources by their group. */
    private static final Map<String, String> CUSTOM = Map.of(
            "kafka.strimzi.io", "io.strimzi.api.kafka.model",
            "gateway.networking.k8s.io", "io.fabric8.kubernetes.api.model.gatewayapi.v1",
            "monitoring.coreos.com", "io.fabric8.openshift.api.model.monitoring.v1");

    /** Strimzi has a package for each. */
    private static final Map<String, String> STRIMZI =
            Map.of("Kafka", "kafka", "KafkaNodePool", "nodepool", "KafkaTopic", "topic", "KafkaUser", "user");

    /** Nobody publishes classes of these; k8s/README.md says how they were checked. */
    private static final Set<String> UNPUBLISHED =
            Set.of("postgresql.cnpg.io", "barmancloud.cnpg.io", "keda.sh", "external-secrets.io", "k8s.keycloak.org");

    /** The classes keep what they do not know; without that, and without ignoring it, they refuse it. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule().setDeserializerModifier(new BeanDeserializerModifier() {
                @Override
                public BeanDeserializerBuilder updateBuilder(
                        DeserializationConfig config, BeanDescription bean, BeanDeserializerBuilder builder) {
                    builder.setAnySetter(null);
                    builder.setIgnoreUnknownProperties(false);
                    return builder;
                }
            }));

    private Schemas() {}

    /**
     * Reads a manifest as the class of its kind.
     *
     * @throws Throwable where it has a field that is unknown, of a wrong type, or missing
     */
    static void validate(JsonNode manifest) throws Throwable {
        var version = manifest.path("apiVersion").asText();
        var kind = manifest.path("kind").asText();
        var group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        if (CUSTOM.containsKey(group)) {
            readCustom(manifest, CUSTOM.get(group), kind);
        } else if (!UNPUBLISHED.contains(group)) {
            readKubernetes(manifest, version.substring(version.indexOf('/') + 1), kind);
        }
    }

    private static void readCustom(JsonNode manifest, String group, String kind)
            throws ClassNotFoundException, JsonProcessingException {
        var inPackage = STRIMZI.containsKey(kind) ? group + "." + STRIMZI.get(kind) : group;
        STRICT.treeToValue(manifest, Class.forName(inPackage + "." + kind));
    }

    private static void readKubernetes(JsonNode manifest, String version, String kind) throws Throwable {
        var model = Class.forName(MODELS + version.replaceFirst("^v", "V") + kind);
        MethodHandles.publicLookup()
                .findStatic(model, "validateJsonElement", MethodType.methodType(void.class, JsonElement.class))
                .invoke(JsonParser.parseString(manifest.toString()));
    }
}
