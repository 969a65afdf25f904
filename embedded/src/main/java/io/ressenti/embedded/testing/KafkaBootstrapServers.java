package io.ressenti.embedded.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test's {@code String} field that takes the address of {@link RealInfrastructure}'s Kafka. It works in integration tests
 * too, which cannot see the configuration of the application under test.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KafkaBootstrapServers {}
