package io.ressenti.scoring.signals;

import io.ressenti.scoring.model.ScoredEvent;
import java.util.List;

/**
 * Which of some events count.
 *
 * @param counted    those that are new, or better than the version that counted so far; in the order in which they came
 * @param superseded the versions that these replace, as far as they had signals
 */
record Acceptance(List<ScoredEvent> counted, List<Superseded> superseded) {}
