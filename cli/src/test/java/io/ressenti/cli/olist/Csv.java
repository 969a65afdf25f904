package io.ressenti.cli.olist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the five files, with the rows that a test is about. */
final class Csv {

    static final String ORDERS = "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,"
            + "order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\n";

    private Csv() {}

    static Path write(Path directory, String orders, String items, String reviews) throws IOException {
        Files.writeString(directory.resolve("olist_orders.csv"), ORDERS + orders);
        Files.writeString(
                directory.resolve("olist_customers.csv"),
                "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\n"
                        + "c1,u1,01000,porto azul,RJ\n");
        Files.writeString(
                directory.resolve("olist_order_items.csv"),
                "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n" + items);
        Files.writeString(
                directory.resolve("olist_order_reviews.csv"),
                "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,"
                        + "review_answer_timestamp\n"
                        + reviews);
        Files.writeString(
                directory.resolve("olist_sellers.csv"),
                "seller_id,seller_zip_code_prefix,seller_city,seller_state\ns1,13023,sao paulo,SP\n");
        return directory;
    }
}
