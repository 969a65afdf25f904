/** What an alert is and how it lives. No framework here: records and pure functions. */
package io.ressenti.notification.alert.model;
