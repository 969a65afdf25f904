package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Metric;

/** A metric that somebody wants to know, and the sums that it is made of. */
record MetricQuery(Metric metric, ScoreQuery sums) {}
