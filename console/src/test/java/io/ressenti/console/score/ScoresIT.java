package io.ressenti.console.score;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged console. */
@QuarkusIntegrationTest
class ScoresIT extends ScoresTest {}
