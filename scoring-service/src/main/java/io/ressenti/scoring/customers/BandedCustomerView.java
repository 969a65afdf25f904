package io.ressenti.scoring.customers;

import io.ressenti.contracts.Band;

/**
 * A customer in a list.
 *
 * @param customer the identifier that stands for the person
 */
record BandedCustomerView(String customer, Band band, double experienced, long n) {}
