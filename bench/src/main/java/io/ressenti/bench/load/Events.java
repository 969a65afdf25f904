package io.ressenti.bench.load;

import io.ressenti.cli.catalogue.Catalogue;
import io.ressenti.cli.catalogue.Catalogue.Channel;
import io.ressenti.cli.catalogue.Catalogue.Owner;
import io.ressenti.cli.catalogue.Catalogue.Promise;
import io.ressenti.cli.catalogue.Catalogue.Touchpoint;
import io.ressenti.contracts.Stage;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Touchpoint events without end, each {@value #BYTES} bytes of JSON, no id twice; of several customers in turn. */
public final class Events {

    /** The length of each event. */
    public static final int BYTES = 440;

    private static final int CUSTOMERS = 10_000;
    private static final int CUSTOMER_DIGITS = 6;
    private static final String CODE = "bench-delivered";
    private static final String CHANNEL = "COURIER";

    /** Where the letters of one kind stand in a row, an event's own digits are put. */
    private static final String TEMPLATE = "{\"id\":\"%s-IIIIIIIIII\",\"source\":\"courier-app\","
            + "\"occurredAt\":\"OOOOOOOOOOOOOOOOOOOO\",\"sentAt\":\"SSSSSSSSSSSSSSSSSSSS\",\"customer\":\"%s-CCCCCC\","
            + "\"journeyId\":\"o-JJJJJJJJJJ\",\"touchpoint\":\"" + CODE + "\",\"channel\":\"" + CHANNEL
            + "\",\"partner\":\"seller-9\",\"outcome\":\"SUCCESS\",\"measures\":{\"delayHours\":36.5,\"attempts\":2},"
            + "\"attributes\":{\"state\":\"SP\",\"city\":\"sao paulo\",\"app\":\"courier 4.12\",\"note\":\"%s\"},"
            + "\"variant\":null}";

    private final String run;
    private final int customers;
    private final Duration apart;
    private final byte[] template;
    private final int id;
    private final int occurredAt;
    private final int sentAt;
    private final int customer;
    private final int journey;
    private final AtomicLong next = new AtomicLong();

    /**
     * Events of ten thousand customers that happen when they are sent.
     *
     * @param run begins every id; another run, other events
     */
    public Events(String run) {
        this(run, CUSTOMERS, Duration.ZERO);
    }

    /**
     * Events of so many customers.
     *
     * @param run       begins every id and customer
     * @param customers how many
     * @param apart     each event happened that much before the one made before it
     */
    public Events(String run, int customers, Duration apart) {
        this.run = run;
        this.customers = customers;
        this.apart = apart;
        var missing = BYTES - TEMPLATE.formatted(run, run, "").length();
        var text = TEMPLATE.formatted(run, run, ".".repeat(missing));
        template = text.getBytes(StandardCharsets.US_ASCII);
        id = text.indexOf("IIIIIIIIII");
        occurredAt = text.indexOf("OOOOOOOOOO");
        sentAt = text.indexOf("SSSSSSSSSS");
        customer = text.indexOf("CCCCCC\"");
        journey = text.indexOf("JJJJJJJJJJ");
    }

    /** A name that no other run has. */
    public static String newRun() {
        return Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    }

    /** The name of a customer, by number from 0. */
    public String customer(int number) {
        return "%s-%06d".formatted(run, number);
    }

    /** What the catalogue must hold for these events to be taken in. */
    public static Catalogue catalogue() {
        return new Catalogue(
                List.of(new Channel(CHANNEL, Map.of("en", "Courier", "fr", "Coursier"), false)),
                List.of(),
                List.of(new Touchpoint(
                        CODE,
                        Stage.ACCESS,
                        Map.of("en", "Delivery (bench)", "fr", "Livraison (banc d’essai)"),
                        List.of(CHANNEL),
                        List.of(new Promise("delayHours", 0, 72)),
                        Owner.PARTNER)));
    }

    /** How many events were made so far. */
    public long made() {
        return next.get();
    }

    /** The body of a request with one event. */
    public Buffer one() {
        return Buffer.buffer(event(now()));
    }

    /** The body of a batch as a JSON array. */
    public Buffer array(int count) {
        return joined(count, "[", ",", "]");
    }

    /** The body of a batch, an event a line. */
    public Buffer lines(int count) {
        return joined(count, "", "\n", "\n");
    }

    private Buffer joined(int count, String before, String between, String after) {
        var now = now();
        var body = Buffer.buffer(count * (BYTES + 1) + 2).appendString(before);
        for (int i = 0; i < count; i++) {
            body.appendString(i == 0 ? "" : between).appendBytes(event(now));
        }
        return body.appendString(after);
    }

    private byte[] event(byte[] now) {
        var number = next.getAndIncrement();
        var event = template.clone();
        digits(event, id, 10, number);
        digits(event, journey, 10, number);
        digits(event, customer, CUSTOMER_DIGITS, number % customers);
        var then = apart.isZero() ? now : time(Instant.now().minus(apart.multipliedBy(number)));
        System.arraycopy(then, 0, event, occurredAt, then.length);
        System.arraycopy(now, 0, event, sentAt, now.length);
        return event;
    }

    private static void digits(byte[] event, int at, int count, long number) {
        var rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            event[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static byte[] now() {
        return time(Instant.now());
    }

    private static byte[] time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
