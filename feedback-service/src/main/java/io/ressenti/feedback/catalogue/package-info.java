/** What this service has to know of the journey catalogue, which touchpoint-service owns. */
package io.ressenti.feedback.catalogue;
