/** How fast events on Kafka become scores, and how fast scores are read. */
package io.ressenti.bench.scoring;
