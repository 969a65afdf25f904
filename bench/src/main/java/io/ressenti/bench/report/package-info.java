/** What was measured, as a table for a terminal and for the project's results. */
package io.ressenti.bench.report;
