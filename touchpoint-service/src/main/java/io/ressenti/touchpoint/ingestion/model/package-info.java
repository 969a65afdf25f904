/** Reading and judging a touchpoint event: pure functions, no framework. */
package io.ressenti.touchpoint.ingestion.model;
