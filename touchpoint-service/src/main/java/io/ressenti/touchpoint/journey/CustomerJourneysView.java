package io.ressenti.touchpoint.journey;

import io.ressenti.platform.http.Page;
import io.ressenti.touchpoint.customers.model.Person;
import java.util.List;

/**
 * A part of a customer's journeys, the one that began last first.
 *
 * @param customer    the identifier that was asked for
 * @param person      the identifier that all of the person's were merged into; the one asked for where nothing was merged
 * @param identifiers those whose lines are shown
 * @param next        cursor of the next part; null on the last one
 */
record CustomerJourneysView(
        String customer, String person, List<String> identifiers, List<JourneySummary> items, String next) {

    static CustomerJourneysView of(String customer, Person person, Page<JourneySummary> page) {
        return new CustomerJourneysView(customer, person.root(), person.identifiers(), page.items(), page.next());
    }
}
