/** When an alert fires. Pure functions of an event. */
package io.ressenti.notification.rule;
