/** Checks of a service's OpenAPI document, for the tests of all services. */
package io.ressenti.embedded.testing.openapi;
