package io.ressenti.touchpoint.journey;

import java.util.List;

/**
 * A part of a customer's journeys, the one that began last first.
 *
 * @param next cursor of the next part; null on the last one
 */
record CustomerJourneysView(String customer, List<JourneySummary> items, String next) {}
