package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.RankingOrder;

/**
 * A ranking that somebody wants to see.
 *
 * @param limit at most so many rows
 */
record RankingQuery(MetricQuery scores, RankingOrder order, int limit) {}
