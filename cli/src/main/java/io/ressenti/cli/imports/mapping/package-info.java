/** What the columns of a file mean: how a row becomes an event. */
package io.ressenti.cli.imports.mapping;
