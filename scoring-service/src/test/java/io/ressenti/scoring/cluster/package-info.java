/** Several instances of the packaged service on one Kafka and one PostgreSQL, and what may befall them. */
package io.ressenti.scoring.cluster;
