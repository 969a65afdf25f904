package io.ressenti.touchpoint.journey;

import java.util.List;

/**
 * A part of a customer's timeline, in event time.
 *
 * @param next cursor of the next part; null on the last one
 */
record JourneyView(String customer, List<JourneyEntry> items, String next) {}
