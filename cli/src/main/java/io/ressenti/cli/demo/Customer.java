package io.ressenti.cli.demo;

import java.util.random.RandomGenerator;

/**
 * One of the regulars.
 *
 * @param language what they write in, {@code fr} or {@code en}
 */
record Customer(String id, String language) {

    /** So few that they come back while one watches, and their scores move. */
    private static final int REGULARS = 60;

    static Customer anyOf(RandomGenerator random) {
        return number(random.nextInt(REGULARS) + 1);
    }

    static Customer number(int number) {
        return new Customer("customer-%03d".formatted(number), number % 2 == 0 ? "en" : "fr");
    }
}
