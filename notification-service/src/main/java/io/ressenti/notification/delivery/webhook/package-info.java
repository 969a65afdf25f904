/** Receivers that are HTTP addresses, told as the Standard Webhooks specification says. */
package io.ressenti.notification.delivery.webhook;
