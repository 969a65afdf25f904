/** How single customers stand: kept, and shown. */
package io.ressenti.scoring.customers;
