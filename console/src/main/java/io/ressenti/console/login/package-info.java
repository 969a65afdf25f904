/** Logging in and out: the people, their passwords, and the patience that wrong tries cost. */
package io.ressenti.console.login;
