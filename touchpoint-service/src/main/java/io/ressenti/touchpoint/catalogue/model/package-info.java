/** The journey catalogue as events see it: plain values, no framework. */
package io.ressenti.touchpoint.catalogue.model;
