/** Ressenti's command line: a client of the public HTTP APIs like any other. */
package io.ressenti.cli;
