/** What makes a line of a timeline, and what makes two events the same. Plain Java, no framework. */
package io.ressenti.touchpoint.journey.model;
