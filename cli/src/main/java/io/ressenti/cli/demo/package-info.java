/** A small, believable retail brand whose customers never stop coming. */
package io.ressenti.cli.demo;
