package io.ressenti.credentials;

import java.util.Set;

/**
 * A person who may log in to the console, where no OpenID provider looks after people.
 *
 * @param name         what they log in with
 * @param displayName  what others see
 * @param brand        the brand that they work for
 * @param roles        what they may do
 * @param passwordHash see {@link PasswordHash}
 */
public record User(String name, String displayName, String brand, Set<String> roles, String passwordHash) {

    public User {
        roles = Set.copyOf(roles);
    }
}
