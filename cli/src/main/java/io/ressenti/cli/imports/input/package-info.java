/** The file that is imported: CSV or NDJSON, packed or not, read item by item. */
package io.ressenti.cli.imports.input;
