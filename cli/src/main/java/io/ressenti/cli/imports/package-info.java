/** Imports files of events: maps, sends, keeps account, goes on after an interruption. */
package io.ressenti.cli.imports;
