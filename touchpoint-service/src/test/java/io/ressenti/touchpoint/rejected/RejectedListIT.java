package io.ressenti.touchpoint.rejected;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class RejectedListIT extends RejectedListTest {}
