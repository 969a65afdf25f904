package io.ressenti.e2e.truth;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the files say, computed from the table in the command line's README.
 *
 * @param reviews every review that counts
 * @param signals every signal of every order
 */
public record OlistTruth(List<Review> reviews, List<Signal> signals) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final double DISSATISFIED_BELOW = 40;

    /**
     * One answer.
     *
     * @param month   the first day of its month
     * @param partner empty where there is none
     */
    public record Review(String order, String month, String partner, double score) {}

    /** One signal, 0 to 100. */
    public record Signal(String order, String touchpoint, double value) {}

    public static OlistTruth of(Path directory) {
        var known = CsvFile.read(directory.resolve("olist_customers.csv")).stream()
                .map(row -> row.get("customer_id"))
                .collect(Collectors.toSet());
        var orders = CsvFile.read(directory.resolve("olist_orders.csv")).stream()
                .filter(order -> known.contains(order.get("customer_id")))
                .toList();
        var items = CsvFile.read(directory.resolve("olist_order_items.csv")).stream()
                .collect(Collectors.groupingBy(item -> item.get("order_id")));
        var reviews = reviews(directory, orders, items);

        List<Signal> signals = new ArrayList<>();
        for (var order : orders) {
            signals.addAll(observed(order, items.getOrDefault(order.get("order_id"), List.of())));
        }
        for (var review : reviews) {
            signals.add(new Signal(review.order, "order-review", 25 * (review.score - 1)));
        }
        return new OlistTruth(reviews, signals);
    }

    /** All scores. */
    public Sample csat() {
        return new Sample(reviews.stream().map(Review::score).toList());
    }

    /** The scores by {@code group}. */
    public Map<String, Sample> csatBy(Function<Review, String> group) {
        return reviews.stream()
                .collect(Collectors.groupingBy(
                        group,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Review::score, Collectors.toList()), Sample::new)));
    }

    /** The signals' values by touchpoint. */
    public Map<String, Sample> experienceByTouchpoint() {
        return signals.stream()
                .collect(Collectors.groupingBy(
                        Signal::touchpoint,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Signal::value, Collectors.toList()), Sample::new)));
    }

    /** The orders in which somebody was let down at least once: as many alerts there have to be. */
    public Set<String> ordersWithDissatisfaction() {
        return signals.stream()
                .filter(signal -> signal.value < DISSATISFIED_BELOW)
                .map(Signal::order)
                .collect(Collectors.toSet());
    }

    private static List<Review> reviews(
            Path directory, List<Map<String, String>> orders, Map<String, List<Map<String, String>>> items) {
        var ids = orders.stream().map(order -> order.get("order_id")).collect(Collectors.toSet());
        return CsvFile.read(directory.resolve("olist_order_reviews.csv")).stream()
                .filter(review -> ids.contains(review.get("order_id")))
                .filter(review -> !review.get("review_answer_timestamp").isEmpty())
                .map(review -> new Review(
                        review.get("order_id"),
                        review.get("review_answer_timestamp").substring(0, 7) + "-01",
                        partner(items.getOrDefault(review.get("order_id"), List.of())),
                        Double.parseDouble(review.get("review_score"))))
                .toList();
    }

    private static List<Signal> observed(Map<String, String> order, List<Map<String, String>> items) {
        var id = order.get("order_id");
        var purchase = time(order, "order_purchase_timestamp");
        var approved = time(order, "order_approved_at");
        var handedOver = time(order, "order_delivered_carrier_date");
        var delivered = time(order, "order_delivered_customer_date");
        var estimated = time(order, "order_estimated_delivery_date");
        var shippingLimit = items.stream()
                .map(item -> time(item, "shipping_limit_date"))
                .min(Comparator.naturalOrder())
                .orElse(null);

        List<Signal> signals = new ArrayList<>();
        addPromise(signals, id, "payment-approved", purchase, approved, 24, 48);
        addPromise(signals, id, "order-shipped", shippingLimit, handedOver, 0, 72);
        addPromise(signals, id, "order-delivered", estimated, delivered, 0, 72);
        if (estimated != null && (delivered == null || delivered.isAfter(estimated.plusHours(24)))) {
            signals.add(new Signal(id, "order-overdue", 0));
        }
        return signals;
    }

    private static void addPromise(
            List<Signal> signals,
            String order,
            String touchpoint,
            LocalDateTime from,
            LocalDateTime to,
            double limit,
            double tolerance) {
        if (from == null || to == null) {
            return;
        }
        var hours = Math.max(0, Duration.between(from, to).toSeconds() / 3600.0);
        var broken = Math.clamp((hours - limit) / tolerance, 0, 1);
        signals.add(new Signal(order, touchpoint, 100 * (1 - broken)));
    }

    private static String partner(List<Map<String, String>> items) {
        return items.stream()
                .filter(item -> item.get("order_item_id").equals("1"))
                .map(item -> item.get("seller_id"))
                .findFirst()
                .orElse("");
    }

    private static LocalDateTime time(Map<String, String> row, String column) {
        var text = row.get(column);
        return text.isEmpty() ? null : LocalDateTime.parse(text, TIME);
    }
}
