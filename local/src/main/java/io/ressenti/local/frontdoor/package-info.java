/** One address for everything: an HTTP proxy that knows which service answers what. */
package io.ressenti.local.frontdoor;
