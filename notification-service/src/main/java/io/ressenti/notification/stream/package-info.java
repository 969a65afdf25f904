/** Alert changes as they happen, as server-sent events. */
package io.ressenti.notification.stream;
