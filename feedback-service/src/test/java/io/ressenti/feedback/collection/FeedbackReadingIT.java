package io.ressenti.feedback.collection;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class FeedbackReadingIT extends FeedbackReadingTest {}
