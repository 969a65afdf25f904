/** Taking touchpoint events in: read strictly, judged by the catalogue, put on Kafka. */
package io.ressenti.touchpoint.ingestion;
