/** Turns dissatisfaction into alerts, follows them to their resolution, and delivers them. */
package io.ressenti.notification;
