package io.ressenti.scoring.model;

import java.util.Comparator;

/** A customer of a brand. */
public record CustomerKey(String brand, String customer) implements Comparable<CustomerKey> {

    private static final Comparator<CustomerKey> ORDER =
            Comparator.comparing(CustomerKey::brand).thenComparing(CustomerKey::customer);

    @Override
    public int compareTo(CustomerKey other) {
        return ORDER.compare(this, other);
    }
}
