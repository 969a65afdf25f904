package io.ressenti.scoring.scores;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class ScoresIT extends ScoresTest {}
