package io.ressenti.touchpoint.customers;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Who is erased.
 *
 * @param person      the identifier that all others had been merged into
 * @param identifiers all that are erased
 */
@RegisterForReflection // resources answer with a Response, which does not tell
record ErasedView(String person, List<String> identifiers) {}
