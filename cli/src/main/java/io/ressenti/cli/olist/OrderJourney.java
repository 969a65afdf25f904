package io.ressenti.cli.olist;

import io.ressenti.cli.client.AnswerGiven;
import io.ressenti.cli.client.ClientEvent;
import io.ressenti.cli.client.FeedbackEvent;
import io.ressenti.cli.client.TouchpointEvent;
import io.ressenti.contracts.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One order with all that belongs to it, as events. An event that has no time in the files is left out.
 *
 * @param items   in any order; may be empty
 * @param reviews in any order; may be empty
 */
record OrderJourney(
        OlistFiles.Order order,
        OlistFiles.Customer customer,
        List<OlistFiles.Item> items,
        List<OlistFiles.Review> reviews) {

    private static final String SOURCE = "olist";
    private static final String WEB = "WEB";
    private static final String CARRIER = "CARRIER";
    private static final String EMAIL = "EMAIL";
    private static final int REVIEW_SCALE = 5;

    /** The comments' language. */
    private static final String LANGUAGE = "pt";

    /** How long after the promised date an order that has not come is overdue. */
    private static final Duration GRACE = Duration.ofHours(24);

    private static final double SECONDS_PER_HOUR = 3600;

    /** The events, not sorted. */
    List<ClientEvent> events() {
        var touchpoints = Stream.of(placed(), approved(), shipped(), overdue(), delivered());
        return Stream.<ClientEvent>concat(touchpoints, reviews.stream().map(this::review))
                .filter(Objects::nonNull)
                .toList();
    }

    private TouchpointEvent placed() {
        return at(order.purchased(), OlistTouchpoints.PLACED, WEB, null, Outcome.SUCCESS, Map.of());
    }

    private TouchpointEvent approved() {
        return at(
                order.approved(),
                OlistTouchpoints.PAYMENT_APPROVED,
                WEB,
                null,
                Outcome.SUCCESS,
                hoursAfter("approvalHours", order.purchased(), order.approved()));
    }

    private TouchpointEvent shipped() {
        var earliestLimit = items.stream()
                .map(OlistFiles.Item::shippingLimit)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return at(
                order.handedOver(),
                OlistTouchpoints.SHIPPED,
                CARRIER,
                partner(),
                Outcome.SUCCESS,
                hoursAfter("lateHandoverHours", earliestLimit, order.handedOver()));
    }

    /** Orders that never came are overdue too, the cancelled ones among them: the customer was promised that date. */
    private TouchpointEvent overdue() {
        if (order.estimated() == null) {
            return null;
        }
        var due = order.estimated().plus(GRACE);
        if (order.delivered() != null && !order.delivered().isAfter(due)) {
            return null;
        }
        return at(due, OlistTouchpoints.OVERDUE, CARRIER, partner(), Outcome.FAILURE, Map.of());
    }

    private TouchpointEvent delivered() {
        return at(
                order.delivered(),
                OlistTouchpoints.DELIVERED,
                CARRIER,
                partner(),
                Outcome.SUCCESS,
                hoursAfter("delayHours", order.estimated(), order.delivered()));
    }

    private FeedbackEvent review(OlistFiles.Review review) {
        if (review.answered() == null) {
            return null;
        }
        return new FeedbackEvent(
                review.id() + ":" + order.id(),
                SOURCE,
                review.answered(),
                customer.uniqueId(),
                order.id(),
                OlistTouchpoints.REVIEW,
                EMAIL,
                partner(),
                List.of(AnswerGiven.csat(review.score(), REVIEW_SCALE)),
                comment(review),
                LANGUAGE);
    }

    private TouchpointEvent at(
            Instant time,
            String touchpoint,
            String channel,
            String partner,
            Outcome outcome,
            Map<String, Double> measures) {
        if (time == null) {
            return null;
        }
        return new TouchpointEvent(
                order.id() + ":" + touchpoint,
                SOURCE,
                time,
                customer.uniqueId(),
                order.id(),
                touchpoint,
                channel,
                partner,
                outcome,
                measures,
                Map.of("state", customer.state()));
    }

    /** The seller of item 1; null where the order has no items. */
    private String partner() {
        return items.stream()
                .filter(item -> item.number() == 1)
                .map(OlistFiles.Item::seller)
                .findFirst()
                .orElse(null);
    }

    /** Hours from {@code from} to {@code to}, 0 where it was early; no measure where either is unknown. */
    private static Map<String, Double> hoursAfter(String measure, Instant from, Instant to) {
        if (from == null || to == null) {
            return Map.of();
        }
        var seconds = Math.max(0, Duration.between(from, to).toSeconds());
        return Map.of(measure, seconds / SECONDS_PER_HOUR);
    }

    private static String comment(OlistFiles.Review review) {
        var comment = Stream.of(review.title(), review.message())
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return comment.isEmpty() ? null : comment;
    }
}
