/** Load as clients make it: closed loops, open loops, and the events that they send. */
package io.ressenti.bench.load;
