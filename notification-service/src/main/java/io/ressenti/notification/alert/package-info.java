/** Alerts: raised from events, worked on by people, kept with all that happened to them. */
package io.ressenti.notification.alert;
