/** Help for tests of what services tell about themselves. */
package io.ressenti.embedded.testing.telemetry;
