package io.ressenti.notification.delivery.email;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class EmailDeliveryIT extends EmailDeliveryTest {}
