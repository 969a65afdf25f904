package io.ressenti.cli.olist;

import io.ressenti.cli.client.ClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The rows that journeys are made of. Times are taken as UTC; null where the file has none. The payments file is not read:
 * nothing in a journey depends on it.
 */
public record OlistFiles(
        List<Order> orders, List<Customer> customers, List<Item> items, List<Review> reviews, List<Seller> sellers) {

    /**
     * One order.
     *
     * @param handedOver when the carrier got it
     * @param estimated  the delivery date that the customer was promised
     */
    public record Order(
            String id,
            String customerId,
            Instant purchased,
            Instant approved,
            Instant handedOver,
            Instant delivered,
            Instant estimated) {}

    /**
     * A customer as one order knows them.
     *
     * @param id       different for every order
     * @param uniqueId the same for every order of the same person
     */
    public record Customer(String id, String uniqueId, String state) {}

    /** @param shippingLimit when the seller has to have handed it to the carrier */
    public record Item(String orderId, int number, String seller, Instant shippingLimit) {}

    /** One review; an order may have several, and one review may be about several orders. */
    public record Review(String id, String orderId, int score, String title, String message, Instant answered) {}

    /** A partner. */
    public record Seller(String id, String city, String state) {}

    /**
     * Reads the files.
     *
     * @throws ClientException where one is missing or not of the data set's format
     */
    public static OlistFiles read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ClientException("There is no folder %s.".formatted(directory));
        }
        return new OlistFiles(
                orders(directory.resolve("olist_orders.csv")),
                customers(directory.resolve("olist_customers.csv")),
                items(directory.resolve("olist_order_items.csv")),
                reviews(directory.resolve("olist_order_reviews.csv")),
                sellers(directory.resolve("olist_sellers.csv")));
    }

    private static List<Order> orders(Path file) {
        var columns = List.of(
                "order_id",
                "customer_id",
                "order_purchase_timestamp",
                "order_approved_at",
                "order_delivered_carrier_date",
                "order_delivered_customer_date",
                "order_estimated_delivery_date");
        return CsvTable.read(
                file,
                columns,
                row -> new Order(
                        row.text("order_id"),
                        row.text("customer_id"),
                        row.time("order_purchase_timestamp"),
                        row.time("order_approved_at"),
                        row.time("order_delivered_carrier_date"),
                        row.time("order_delivered_customer_date"),
                        row.time("order_estimated_delivery_date")));
    }

    private static List<Customer> customers(Path file) {
        return CsvTable.read(
                file,
                List.of("customer_id", "customer_unique_id", "customer_state"),
                row -> new Customer(
                        row.text("customer_id"), row.text("customer_unique_id"), row.text("customer_state")));
    }

    private static List<Item> items(Path file) {
        return CsvTable.read(
                file,
                List.of("order_id", "order_item_id", "seller_id", "shipping_limit_date"),
                row -> new Item(
                        row.text("order_id"),
                        row.number("order_item_id"),
                        row.text("seller_id"),
                        row.time("shipping_limit_date")));
    }

    private static List<Review> reviews(Path file) {
        var columns = List.of(
                "review_id",
                "order_id",
                "review_score",
                "review_comment_title",
                "review_comment_message",
                "review_answer_timestamp");
        return CsvTable.read(
                file,
                columns,
                row -> new Review(
                        row.text("review_id"),
                        row.text("order_id"),
                        row.number("review_score"),
                        row.text("review_comment_title"),
                        row.text("review_comment_message"),
                        row.time("review_answer_timestamp")));
    }

    private static List<Seller> sellers(Path file) {
        return CsvTable.read(
                file,
                List.of("seller_id", "seller_city", "seller_state"),
                row -> new Seller(row.text("seller_id"), row.text("seller_city"), row.text("seller_state")));
    }
}
