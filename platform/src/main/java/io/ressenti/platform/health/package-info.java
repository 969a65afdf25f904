/** Whether a service can do its work. */
package io.ressenti.platform.health;
