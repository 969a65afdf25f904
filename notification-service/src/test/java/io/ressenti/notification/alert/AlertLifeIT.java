package io.ressenti.notification.alert;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class AlertLifeIT extends AlertLifeTest {}
