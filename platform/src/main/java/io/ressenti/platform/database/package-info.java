/** How services reach PostgreSQL. */
package io.ressenti.platform.database;
