/** Answers, reviews and comments: taken in once each, kept, listed, and told on as {@code FeedbackRecorded}. */
package io.ressenti.feedback.collection;
