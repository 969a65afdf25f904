package io.ressenti.contracts;

import java.util.List;

/** The names of the topics. Each is keyed by {@code brand|subject}; {@link Event#subject()} says what the subject is. */
public final class Topics {

    /** {@link TouchpointRecorded}. */
    public static final String TOUCHPOINTS = "cx.touchpoints.v1";

    /** {@link EventRejected}. */
    public static final String REJECTED = "cx.rejected.v1";

    /** {@link FeedbackRecorded}. */
    public static final String FEEDBACK = "cx.feedback.v1";

    /** {@link CustomerEvent}: who is erased, merged, un-merged; keyed by the identifier that it is about. */
    public static final String CUSTOMERS = "cx.customers.v1";

    /** {@link TouchpointCatalogued}; compacted: the last event of each touchpoint stays, that of a removed one too. */
    public static final String CATALOGUE = "cx.catalogue.v1";

    /** {@link SignalDissatisfied}, {@link CustomerAtRisk}, and the four of {@link DropEvent}. */
    public static final String DISSATISFACTION = "cx.dissatisfaction.v1";

    /** {@link CustomerScoreChanged}; compacted: the last statement about each customer stays. */
    public static final String SCORES = "cx.scores.v1";

    /** {@link AlertChanged}. */
    public static final String ALERTS = "cx.alerts.v1";

    /** Every topic above, for whoever has to create them. */
    public static final List<String> ALL =
            List.of(TOUCHPOINTS, REJECTED, FEEDBACK, CUSTOMERS, CATALOGUE, SCORES, DISSATISFACTION, ALERTS);

    /** Every dead-letter topic. {@link #REJECTED} has none: its reader keeps what it cannot process without that detour. */
    public static final List<String> DEAD_LETTERS = ALL.stream()
            .filter(topic -> !topic.equals(REJECTED))
            .map(Topics::deadLettersOf)
            .toList();

    private Topics() {}

    /** The topic on which records of {@code topic} that could not be processed wait, with the reason in their headers. */
    public static String deadLettersOf(String topic) {
        return topic + ".dlq";
    }
}
