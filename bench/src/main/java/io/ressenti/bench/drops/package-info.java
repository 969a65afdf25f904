/** Which drops the orders of a real marketplace hold. */
package io.ressenti.bench.drops;
