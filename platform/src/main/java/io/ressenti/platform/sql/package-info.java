/** Statements that take many rows at once. */
package io.ressenti.platform.sql;
