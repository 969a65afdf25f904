/** Where alerts are delivered to. */
package io.ressenti.notification.receiver;
