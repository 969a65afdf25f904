package io.ressenti.scoring.signals;

import java.util.List;

/**
 * Which of some arrivals count.
 *
 * @param counted    those that are new, or better than the version that counted so far; in the order of arrival
 * @param superseded the versions that these replace, as far as they had signals
 */
record Acceptance(List<Arrival> counted, List<Superseded> superseded) {}
