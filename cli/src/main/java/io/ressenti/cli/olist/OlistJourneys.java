package io.ressenti.cli.olist;

import io.ressenti.cli.client.ClientEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All orders as events.
 *
 * @param events  in the order in which they happened
 * @param leftOut what could not become an event, by reason; only reasons that occurred
 */
public record OlistJourneys(List<ClientEvent> events, Map<String, Integer> leftOut) {

    private static final Comparator<ClientEvent> BY_TIME =
            Comparator.comparing(ClientEvent::occurredAt).thenComparing(ClientEvent::id);

    /** Makes the events. */
    public static OlistJourneys of(OlistFiles files) {
        var customers = files.customers().stream()
                .collect(Collectors.toMap(OlistFiles.Customer::id, Function.identity(), (first, second) -> first));
        var items = files.items().stream().collect(Collectors.groupingBy(OlistFiles.Item::orderId));
        var reviews = files.reviews().stream().collect(Collectors.groupingBy(OlistFiles.Review::orderId));

        List<ClientEvent> events = new ArrayList<>();
        for (var order : files.orders()) {
            var customer = customers.get(order.customerId());
            if (customer != null) {
                events.addAll(new OrderJourney(
                                order,
                                customer,
                                items.getOrDefault(order.id(), List.of()),
                                reviews.getOrDefault(order.id(), List.of()))
                        .events());
            }
        }
        events.sort(BY_TIME);
        return new OlistJourneys(List.copyOf(events), leftOut(files, customers));
    }

    private static Map<String, Integer> leftOut(OlistFiles files, Map<String, OlistFiles.Customer> customers) {
        var known = files.orders().stream()
                .filter(order -> customers.containsKey(order.customerId()))
                .toList();
        var ids = known.stream().map(OlistFiles.Order::id).collect(Collectors.toSet());
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        count(
                leftOut,
                "order whose customer is not in the files",
                files.orders().size() - known.size());
        count(leftOut, "order-placed without order_purchase_timestamp", without(known, OlistFiles.Order::purchased));
        count(leftOut, "payment-approved without order_approved_at", without(known, OlistFiles.Order::approved));
        count(
                leftOut,
                "order-shipped without order_delivered_carrier_date",
                without(known, OlistFiles.Order::handedOver));
        count(
                leftOut,
                "order-delivered without order_delivered_customer_date",
                without(known, OlistFiles.Order::delivered));
        count(leftOut, "review whose order is not in the files", (int)
                files.reviews().stream().filter(r -> !ids.contains(r.orderId())).count());
        count(leftOut, "order-review without review_answer_timestamp", (int) files.reviews().stream()
                .filter(r -> ids.contains(r.orderId()) && r.answered() == null)
                .count());
        return leftOut;
    }

    private static void count(Map<String, Integer> leftOut, String reason, int count) {
        if (count > 0) {
            leftOut.put(reason, count);
        }
    }

    private static int without(List<OlistFiles.Order> orders, Function<OlistFiles.Order, ?> time) {
        return (int) orders.stream().map(time).filter(Objects::isNull).count();
    }
}
