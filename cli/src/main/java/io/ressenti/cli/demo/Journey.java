package io.ressenti.cli.demo;

import io.ressenti.cli.demo.Moment.Met;
import io.ressenti.cli.demo.Moment.Said;
import io.ressenti.contracts.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import static io.ressenti.cli.demo.DemoCatalogue.AFTERTHOUGHT;
import static io.ressenti.cli.demo.DemoCatalogue.APP;
import static io.ressenti.cli.demo.DemoCatalogue.CALL_CENTRE;
import static io.ressenti.cli.demo.DemoCatalogue.CHECKOUT;
import static io.ressenti.cli.demo.DemoCatalogue.COURIER;
import static io.ressenti.cli.demo.DemoCatalogue.EMAIL;
import static io.ressenti.cli.demo.DemoCatalogue.GOOD_COURIER;
import static io.ressenti.cli.demo.DemoCatalogue.HOME_DELIVERY;
import static io.ressenti.cli.demo.DemoCatalogue.PAYMENT;
import static io.ressenti.cli.demo.DemoCatalogue.PAY_PARTNER;
import static io.ressenti.cli.demo.DemoCatalogue.PHONE;
import static io.ressenti.cli.demo.DemoCatalogue.POOR_COURIER;
import static io.ressenti.cli.demo.DemoCatalogue.PRODUCT_PAGE;
import static io.ressenti.cli.demo.DemoCatalogue.STORE;
import static io.ressenti.cli.demo.DemoCatalogue.STORE_VISIT;
import static io.ressenti.cli.demo.DemoCatalogue.SUPPORT_REQUEST;
import static io.ressenti.cli.demo.DemoCatalogue.WEB;

/** One customer's way through the brand, made up: days of it are played in a minute. */
record Journey(Customer customer, List<Moment> moments) {

    private static final double ANSWERING = 0.6;

    /** The one that every demo begins with, so that a person who opens the page soon sees somebody being let down. */
    static Journey opening() {
        var customer = Customer.number(1);
        return new Journey(
                customer,
                List.of(
                        met(PRODUCT_PAGE, WEB, null, Map.of("lcpSeconds", 1.4)),
                        met(CHECKOUT, WEB, null, Map.of()),
                        met(HOME_DELIVERY, COURIER, POOR_COURIER, Map.of("delayHours", 36.0)),
                        new Said(
                                HOME_DELIVERY,
                                COURIER,
                                POOR_COURIER,
                                Mood.LET_DOWN.satisfaction(new SplittableRandom(1)),
                                Voice.DELIVERY_BAD.say(customer.language(), new SplittableRandom(1)),
                                customer.language())));
    }

    /** Any of the journeys; most of them go well. */
    static Journey any(RandomGenerator random) {
        var customer = Customer.anyOf(random);
        var kind = random.nextDouble();
        if (kind < 0.6) {
            return ordered(customer, random);
        }
        return kind < 0.85 ? visited(customer, random) : askedForHelp(customer, random);
    }

    private static Journey ordered(Customer customer, RandomGenerator random) {
        List<Moment> moments = new ArrayList<>();
        var channel = random.nextDouble() < 0.6 ? WEB : APP;
        moments.add(met(PRODUCT_PAGE, channel, null, Map.of("lcpSeconds", around(random, 1.6, 0.8, 0.2))));
        if (random.nextDouble() < 0.06) {
            moments.add(new Met(CHECKOUT, channel, null, Outcome.ABANDONED, Map.of()));
            return new Journey(customer, moments);
        }
        moments.add(met(CHECKOUT, channel, null, Map.of()));
        if (random.nextDouble() < 0.03) {
            moments.add(new Met(PAYMENT, channel, PAY_PARTNER, Outcome.FAILURE, Map.of()));
        }
        moments.add(met(PAYMENT, channel, PAY_PARTNER, Map.of("authorisationSeconds", around(random, 2, 1, 0.3))));
        addDelivery(moments, customer, random);
        return new Journey(customer, moments);
    }

    private static void addDelivery(List<Moment> moments, Customer customer, RandomGenerator random) {
        var courier = random.nextDouble() < 0.6 ? GOOD_COURIER : POOR_COURIER;
        var late = random.nextDouble() < (POOR_COURIER.equals(courier) ? 0.25 : 0.04);
        var delay = late ? rounded(random.nextDouble(6, 60)) : 0.0;
        moments.add(met(HOME_DELIVERY, COURIER, courier, Map.of("delayHours", delay)));
        var mood = mood(late, random);
        if (random.nextDouble() < ANSWERING) {
            moments.add(new Said(
                    HOME_DELIVERY,
                    COURIER,
                    courier,
                    mood.satisfaction(random),
                    comment(mood, Voice.DELIVERY_GOOD, Voice.DELIVERY_BAD, customer, random),
                    customer.language()));
        }
        if (random.nextDouble() < ANSWERING) {
            moments.add(new Said(AFTERTHOUGHT, EMAIL, null, mood.recommendation(random), null, customer.language()));
        }
    }

    private static Journey visited(Customer customer, RandomGenerator random) {
        var slow = random.nextDouble() < 0.1;
        var queue = slow ? rounded(random.nextDouble(8, 18)) : rounded(random.nextDouble(0, 5));
        var mood = mood(slow, random);
        List<Moment> moments = new ArrayList<>();
        moments.add(met(STORE_VISIT, STORE, null, Map.of("queueMinutes", queue)));
        moments.add(met(PAYMENT, STORE, PAY_PARTNER, Map.of("authorisationSeconds", around(random, 2, 1, 0.3))));
        moments.add(new Said(
                STORE_VISIT,
                STORE,
                null,
                mood.satisfaction(random),
                comment(mood, Voice.STORE_GOOD, Voice.STORE_BAD, customer, random),
                customer.language()));
        return new Journey(customer, moments);
    }

    private static Journey askedForHelp(Customer customer, RandomGenerator random) {
        var channel = random.nextBoolean() ? PHONE : EMAIL;
        var slow = random.nextDouble() < 0.2;
        var hours = slow ? rounded(random.nextDouble(10, 30)) : rounded(random.nextDouble(0, 4));
        var mood = mood(slow, random);
        return new Journey(
                customer,
                List.of(
                        met(SUPPORT_REQUEST, channel, CALL_CENTRE, Map.of("firstAnswerHours", hours)),
                        new Said(
                                SUPPORT_REQUEST,
                                channel,
                                CALL_CENTRE,
                                mood.effort(random),
                                comment(mood, Voice.SUPPORT_GOOD, Voice.SUPPORT_BAD, customer, random),
                                customer.language())));
    }

    private static Mood mood(boolean broken, RandomGenerator random) {
        if (broken) {
            return random.nextDouble() < 0.8 ? Mood.LET_DOWN : Mood.CONTENT;
        }
        return random.nextDouble() < 0.6 ? Mood.DELIGHTED : Mood.CONTENT;
    }

    /** Those who were let down explain themselves more often. */
    private static String comment(Mood mood, Voice good, Voice bad, Customer customer, RandomGenerator random) {
        return switch (mood) {
            case DELIGHTED -> random.nextDouble() < 0.3 ? good.say(customer.language(), random) : null;
            case CONTENT -> null;
            case LET_DOWN -> random.nextDouble() < 0.8 ? bad.say(customer.language(), random) : null;
        };
    }

    private static Met met(String touchpoint, String channel, String partner, Map<String, Double> measures) {
        return new Met(touchpoint, channel, partner, Outcome.SUCCESS, measures);
    }

    private static double around(RandomGenerator random, double mean, double deviation, double least) {
        return rounded(Math.max(least, random.nextGaussian(mean, deviation)));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
