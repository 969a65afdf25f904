/** What has to be true before anything starts: where things lie, free ports and disk, keys and logins. */
package io.ressenti.local.setup;
