/** The public HTTP APIs as seen by a client: what is sent, what comes back, and what to do while a service is away. */
package io.ressenti.cli.client;
