/** Whether a long timeline is read as fast as a short one. */
package io.ressenti.bench.journey;
