/** What an answer means: scales, and the form in which every reader gets it. Plain Java, no framework. */
package io.ressenti.feedback.collection.model;
