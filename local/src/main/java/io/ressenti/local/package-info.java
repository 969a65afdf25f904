/** Ressenti on one machine: the commands, and the launcher that starts, watches and stops every part. */
package io.ressenti.local;
