package io.ressenti.feedback.collection;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class FeedbackBatchResourceIT extends FeedbackBatchResourceTest {}
