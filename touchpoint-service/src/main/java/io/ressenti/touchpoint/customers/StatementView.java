package io.ressenti.touchpoint.customers;

/** What was accepted; the same id again counts once. */
record StatementView(String id) {}
