package io.ressenti.notification.alert;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class AlertContractIT extends AlertContractTest {}
