/** Repairing an event's JSON: pure functions, no framework. */
package io.ressenti.touchpoint.rejected.model;
