/** The brand's journey catalogue: touchpoints with their promises, channels, partners. */
package io.ressenti.touchpoint.catalogue;
