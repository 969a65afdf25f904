/** Erasing customers: what a service remembers of whom it has forgotten, so that nothing about them comes back. */
package io.ressenti.platform.erasure;
