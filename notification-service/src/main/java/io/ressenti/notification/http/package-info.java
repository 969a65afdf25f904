/** What the resources share. */
package io.ressenti.notification.http;
