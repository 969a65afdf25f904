/** Processes that the launcher started: kept alive, found again, ended. */
package io.ressenti.local.process;
