/** The whole system, packaged, started by its launcher, fed and read through the front door. */
package io.ressenti.e2e;
