package io.ressenti.scoring.upkeep;

/**
 * What a rebuild has done.
 *
 * @param records how many records of the topics were read
 * @param events  how many events count now
 * @param lost    how many events counted before and stand on no topic any more; 0 unless it was forced
 * @param reviewed how many customers' scores were compared with what had been told of them, and told where it is worth it
 */
record RebuildReport(long records, long events, long lost, long reviewed) {}
