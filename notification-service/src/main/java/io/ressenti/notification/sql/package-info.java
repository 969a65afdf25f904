/** Help for multi-row statements. */
package io.ressenti.notification.sql;
