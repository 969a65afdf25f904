package io.ressenti.console.login;

/**
 * How somebody may log in.
 *
 * @param passwords    by name and password
 * @param singleSignOn where the provider's way begins; null where there is no provider
 */
public record LoginWays(boolean passwords, String singleSignOn) {}
