package io.ressenti.feedback.collection;

import io.ressenti.contracts.FeedbackRecorded;

/** What examining one item of a batch came to. */
sealed interface Examined {

    /** It can be stored; {@code index} is its place in the batch. */
    record Good(int index, FeedbackRecorded feedback) implements Examined {}

    /** It cannot. */
    record Bad(BatchView.Rejected rejected) implements Examined {}
}
