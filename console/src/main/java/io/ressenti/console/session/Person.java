package io.ressenti.console.session;

import java.util.Set;

/**
 * Somebody who has proven who they are.
 *
 * @param name        unique; what alerts are assigned to
 * @param displayName what others see
 * @param brand       the brand that they work for
 * @param roles       what they may do, see {@link Roles}
 */
public record Person(String name, String displayName, String brand, Set<String> roles) {}
