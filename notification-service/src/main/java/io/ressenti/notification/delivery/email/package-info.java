/** Receivers that are mailboxes: told in plain text and in their language, and never who the customer is. */
package io.ressenti.notification.delivery.email;
