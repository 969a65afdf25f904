/** What meters share. */
package io.ressenti.platform.metrics;
