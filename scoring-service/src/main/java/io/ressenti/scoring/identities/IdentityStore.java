package io.ressenti.scoring.identities;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomerEvent;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.scoring.customers.CustomerStates;
import io.ressenti.scoring.identities.LinkTable.Links;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerState;
import io.ressenti.scoring.signals.Doubts;
import io.ressenti.scoring.signals.Erasures;
import io.ressenti.scoring.signals.Ledger;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets what became known about customers take effect: erasures void what was received until then, merges and un-merges say whose
 * identifiers are one person's. Nothing moves when identifiers are merged: each keeps sums of its own, and a person's are added up.
 */
@ApplicationScoped
class IdentityStore {

    private final Pool pool;
    private final LinkTable links;
    private final Erasures erasures;
    private final CustomerStates customers;
    private final Ledger ledger;
    private final Doubts doubts;

    IdentityStore(
            Pool pool, LinkTable links, Erasures erasures, CustomerStates customers, Ledger ledger, Doubts doubts) {
        this.pool = pool;
        this.links = links;
        this.erasures = erasures;
        this.customers = customers;
        this.ledger = ledger;
        this.doubts = doubts;
    }

    /** Completes once it is committed; what was learned before changes nothing. */
    Uni<Void> learn(List<CustomerEvent> events) {
        var byBrand =
                events.stream().collect(Collectors.groupingBy(CustomerEvent::brand, TreeMap::new, Collectors.toList()));
        return pool.withTransaction(transaction -> begin(transaction, events).chain(() -> learn(transaction, byBrand)))
                .onFailure()
                .invoke(() ->
                        doubts.add(events.stream().map(IdentityStore::customer).toList()));
    }

    private Uni<Void> begin(SqlConnection transaction, List<CustomerEvent> events) {
        return events.stream().anyMatch(CustomerErased.class::isInstance)
                ? erasures.begin(transaction)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> learn(SqlConnection transaction, Map<String, List<CustomerEvent>> byBrand) {
        return Multi.createFrom()
                .iterable(byBrand.entrySet())
                .onItem()
                .transformToUniAndConcatenate(brand -> learn(transaction, brand.getKey(), brand.getValue()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> learn(SqlConnection transaction, String brand, List<CustomerEvent> events) {
        var erased = events.stream()
                .filter(CustomerErased.class::isInstance)
                .map(CustomerErased.class::cast)
                .toList();
        var merges = events.stream().flatMap(IdentityStore::link).toList();
        return links.lock(transaction, brand)
                .chain(() -> erasures.keep(transaction, erased))
                .chain(() -> erasures.of(transaction, named(erased, merges)))
                .chain(until -> relink(transaction, brand, merges, until)
                        .chain(changed -> settle(transaction, brand, changed, erasedNow(erased, until))));
    }

    /** Whom the identifiers belong to that were linked otherwise until now is open. */
    private Uni<Set<CustomerKey>> relink(
            SqlConnection transaction, String brand, List<Link> merges, Map<CustomerKey, Instant> until) {
        var valid = Link.oneOfEach(merges).stream()
                .map(link -> link.isVoid(until) ? link.voided() : link)
                .toList();
        return links.forget(transaction, brand, until)
                .chain(forgotten -> links.keep(transaction, brand, valid).map(kept -> union(forgotten, kept)))
                .call(changed -> links.decide(transaction, brand, changed));
    }

    private Uni<Void> settle(
            SqlConnection transaction, String brand, Set<CustomerKey> changed, Map<CustomerKey, Instant> erased) {
        return customers.lock(transaction, union(changed, erased.keySet())).chain(states -> links.reachedFrom(
                        transaction, brand, states.keySet())
                .chain(reached -> settle(transaction, states, reached, erased)));
    }

    private Uni<Void> settle(
            SqlConnection transaction,
            Map<CustomerKey, CustomerState> locked,
            Links reached,
            Map<CustomerKey, Instant> erased) {
        var others = reached.customers().stream()
                .filter(customer -> !locked.containsKey(customer))
                .collect(Collectors.toSet());
        var persons = persons(reached);
        return customers
                .lock(transaction, others)
                .map(more -> regrouped(union(locked, more), persons))
                .call(states -> customers.assign(transaction, states.keySet(), persons))
                .chain(states -> ledger.revise(transaction, states, erased));
    }

    private static Map<CustomerKey, CustomerState> regrouped(
            Map<CustomerKey, CustomerState> states, Map<CustomerKey, CustomerKey> persons) {
        Map<CustomerKey, CustomerState> regrouped = new HashMap<>();
        states.forEach((customer, state) ->
                regrouped.put(customer, state.withPerson(persons.getOrDefault(customer, customer))));
        return regrouped;
    }

    private static Map<CustomerKey, CustomerKey> persons(Links reached) {
        var byName = reached.customers().stream().collect(Collectors.toMap(CustomerKey::customer, Function.identity()));
        Map<CustomerKey, CustomerKey> persons = new HashMap<>();
        reached.persons()
                .of(byName.keySet())
                .forEach((customer, person) -> persons.put(byName.get(customer), byName.get(person)));
        return persons;
    }

    private static Stream<Link> link(CustomerEvent event) {
        return switch (event) {
            case CustomersMerged merged -> Stream.of(Link.of(merged));
            case CustomersUnmerged unmerged -> Stream.of(Link.of(unmerged));
            case CustomerErased erased -> Stream.empty();
        };
    }

    private static Set<CustomerKey> named(List<CustomerErased> erased, List<Link> links) {
        return union(
                erased.stream().map(IdentityStore::customer).collect(Collectors.toSet()),
                links.stream().flatMap(Link::names).collect(Collectors.toSet()));
    }

    private static Map<CustomerKey, Instant> erasedNow(List<CustomerErased> erased, Map<CustomerKey, Instant> until) {
        return erased.stream()
                .map(IdentityStore::customer)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), until::get));
    }

    private static CustomerKey customer(CustomerEvent event) {
        return new CustomerKey(event.brand(), event.customer());
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static <K, V> Map<K, V> union(Map<K, V> one, Map<K, V> other) {
        Map<K, V> all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }
}
