package io.ressenti.scoring.customers;

import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import java.util.List;

/**
 * How somebody stands by everything that is known of them.
 *
 * @param key         the identifier that stands for the person
 * @param identifiers all that the person is known by
 */
record Person(CustomerKey key, List<String> identifiers, CustomerScore score) {}
