/** What a customer felt along a journey, as numbers and as a line that can be drawn. Plain Java, no framework. */
package io.ressenti.console.feeling;
