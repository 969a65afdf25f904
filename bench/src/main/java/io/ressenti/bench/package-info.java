/** Benches of the whole system, driven from outside through the public APIs. */
package io.ressenti.bench;
