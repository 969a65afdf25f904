/** Logging in and out: the people, their passwords, the patience that wrong tries cost, and people of an OpenID Connect provider. */
package io.ressenti.console.login;
