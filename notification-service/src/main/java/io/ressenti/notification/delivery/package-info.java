/** Tells receivers about alerts: one queue per receiver, at least once, in order. */
package io.ressenti.notification.delivery;
