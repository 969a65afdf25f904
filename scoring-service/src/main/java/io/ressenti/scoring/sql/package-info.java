/** Many rows in one statement. */
package io.ressenti.scoring.sql;
