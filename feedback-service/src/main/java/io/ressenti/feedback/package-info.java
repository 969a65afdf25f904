/** What customers say: taken in, kept, and told on. */
package io.ressenti.feedback;
