package io.ressenti.touchpoint;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class MetricsIT extends MetricsTest {}
