/** Sends recorded events through the public APIs, as fast as they are taken. */
package io.ressenti.cli.replay;
