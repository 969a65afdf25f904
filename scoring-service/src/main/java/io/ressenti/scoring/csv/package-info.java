/** Answers as tables for spreadsheets. */
package io.ressenti.scoring.csv;
