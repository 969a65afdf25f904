package io.ressenti.touchpoint.journey;

import io.ressenti.platform.http.Page;
import io.ressenti.touchpoint.customers.model.Person;
import java.util.List;

/**
 * A part of a customer's timeline, in event time.
 *
 * @param customer    the identifier that was asked for
 * @param person      the identifier that all of the person's were merged into; the one asked for where nothing was merged
 * @param identifiers those whose lines are shown
 * @param next        cursor of the next part; null on the last one
 */
record JourneyView(String customer, String person, List<String> identifiers, List<JourneyEntry> items, String next) {

    static JourneyView of(String customer, Person person, Page<JourneyEntry> page) {
        return new JourneyView(customer, person.root(), person.identifiers(), page.items(), page.next());
    }
}
