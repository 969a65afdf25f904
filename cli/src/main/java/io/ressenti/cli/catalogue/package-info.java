/** A brand's journey catalogue, as a client describes it. */
package io.ressenti.cli.catalogue;
