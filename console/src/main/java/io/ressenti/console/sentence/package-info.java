/** What happened to a customer, in a sentence that a person would say. Plain Java, no framework. */
package io.ressenti.console.sentence;
