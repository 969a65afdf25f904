/** A real Kafka broker and a real PostgreSQL server in, or beside, this process: nothing has to be installed. */
package io.ressenti.embedded;
