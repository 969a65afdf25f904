/** What a customer lived, as a timeline. */
package io.ressenti.touchpoint.journey;
