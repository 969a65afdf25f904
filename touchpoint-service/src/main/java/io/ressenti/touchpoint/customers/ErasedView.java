package io.ressenti.touchpoint.customers;

import java.util.List;

/**
 * Who is erased.
 *
 * @param person      the identifier that all others had been merged into
 * @param identifiers all that are erased
 */
record ErasedView(String person, List<String> identifiers) {}
