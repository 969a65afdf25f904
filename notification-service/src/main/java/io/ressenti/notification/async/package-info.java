/** Help for work that is woken. */
package io.ressenti.notification.async;
