package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class RefusedBodyIT extends RefusedBodyTest {}
