package io.ressenti.cli.olist;

/** Codes of the touchpoints. */
final class OlistTouchpoints {

    static final String PLACED = "order-placed";
    static final String PAYMENT_APPROVED = "payment-approved";
    static final String SHIPPED = "order-shipped";
    static final String OVERDUE = "order-overdue";
    static final String DELIVERED = "order-delivered";
    static final String REVIEW = "order-review";

    private OlistTouchpoints() {}
}
