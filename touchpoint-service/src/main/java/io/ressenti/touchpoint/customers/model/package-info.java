/** What merged identifiers make of customers. Plain Java, no framework. */
package io.ressenti.touchpoint.customers.model;
