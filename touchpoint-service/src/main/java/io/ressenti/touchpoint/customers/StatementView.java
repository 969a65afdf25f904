package io.ressenti.touchpoint.customers;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What was accepted; the same id again counts once. */
@RegisterForReflection // resources answer with a Response, which does not tell
record StatementView(String id) {}
