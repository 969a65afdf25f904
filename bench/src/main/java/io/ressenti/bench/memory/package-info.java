/** Whether memory stays flat, however much comes in. */
package io.ressenti.bench.memory;
