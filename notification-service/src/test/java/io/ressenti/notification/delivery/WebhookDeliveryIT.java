package io.ressenti.notification.delivery;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class WebhookDeliveryIT extends WebhookDeliveryTest {}
