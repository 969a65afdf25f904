/** One alert's story: why it fired, what the customer lived through and felt, what was done. */
package io.ressenti.console.story;
