package io.ressenti.feedback.collection.model;

/**
 * The whole numbers from {@code lowest} to {@code highest}; the highest is the best.
 *
 * @param lowest  the worst rating
 * @param highest the best rating
 */
record Scale(int lowest, int highest) {

    /** "How likely are you to recommend us?" (Reichheld 2003). */
    static final Scale NPS = new Scale(0, 10);

    /** Customer Effort Score 2.0: "made it easy to handle my issue", from strongly disagree to strongly agree. */
    static final Scale CES = new Scale(1, 7);

    static Scale upTo(int highest) {
        return new Scale(1, highest);
    }

    boolean holds(int rating) {
        return lowest <= rating && rating <= highest;
    }

    @Override
    public String toString() {
        return lowest + " to " + highest;
    }
}
