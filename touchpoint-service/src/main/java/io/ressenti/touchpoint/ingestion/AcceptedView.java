package io.ressenti.touchpoint.ingestion;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The answer to an event that was taken in: its id. */
@RegisterForReflection // resources answer with a Response, which does not tell
record AcceptedView(String id) {}
