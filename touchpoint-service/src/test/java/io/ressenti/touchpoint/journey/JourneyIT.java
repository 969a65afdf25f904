package io.ressenti.touchpoint.journey;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class JourneyIT extends JourneyTest {}
