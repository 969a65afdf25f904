/** The running system as the tests see it: processes, HTTP, the stream of alerts, the command line. */
package io.ressenti.e2e.system;
