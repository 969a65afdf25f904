package io.ressenti.console.inbox;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged console. */
@QuarkusIntegrationTest
class ActionIT extends ActionTest {}
