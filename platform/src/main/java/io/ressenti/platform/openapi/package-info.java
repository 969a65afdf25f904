/** What the OpenAPI documents of all services have in common, added when a service is built. */
package io.ressenti.platform.openapi;
