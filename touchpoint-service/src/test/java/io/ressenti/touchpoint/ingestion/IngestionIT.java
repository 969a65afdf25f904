package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class IngestionIT extends IngestionTest {}
