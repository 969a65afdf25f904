/** CSV files, read row by row. */
package io.ressenti.cli.csv;
