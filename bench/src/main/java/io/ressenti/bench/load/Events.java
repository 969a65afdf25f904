package io.ressenti.bench.load;

import io.ressenti.cli.catalogue.Catalogue;
import io.ressenti.cli.catalogue.Catalogue.Channel;
import io.ressenti.cli.catalogue.Catalogue.Owner;
import io.ressenti.cli.catalogue.Catalogue.Promise;
import io.ressenti.cli.catalogue.Catalogue.Touchpoint;
import io.ressenti.contracts.Stage;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Touchpoint events without end, each {@value #BYTES} bytes of JSON, no id twice; of {@value #CUSTOMERS} customers in turn. */
public final class Events {

    /** The length of each event. */
    public static final int BYTES = 440;

    private static final int CUSTOMERS = 10_000;
    private static final String CODE = "bench-delivered";
    private static final String CHANNEL = "COURIER";

    /** Where the letters of one kind stand in a row, an event's own digits are put. */
    private static final String TEMPLATE = "{\"id\":\"%s-IIIIIIIIII\",\"source\":\"courier-app\","
            + "\"occurredAt\":\"OOOOOOOOOOOOOOOOOOOO\",\"sentAt\":\"SSSSSSSSSSSSSSSSSSSS\",\"customer\":\"c-CCCCCC\","
            + "\"journeyId\":\"o-JJJJJJJJJJ\",\"touchpoint\":\"" + CODE + "\",\"channel\":\"" + CHANNEL
            + "\",\"partner\":\"seller-9\",\"outcome\":\"SUCCESS\",\"measures\":{\"delayHours\":36.5,\"attempts\":2},"
            + "\"attributes\":{\"state\":\"SP\",\"city\":\"sao paulo\",\"app\":\"courier 4.12\",\"note\":\"%s\"},"
            + "\"variant\":null}";

    private final byte[] template;
    private final int id;
    private final int occurredAt;
    private final int sentAt;
    private final int customer;
    private final int journey;
    private final AtomicLong next = new AtomicLong();

    /** @param run begins every id; another run, other events */
    public Events(String run) {
        var missing = BYTES - TEMPLATE.formatted(run, "").length();
        var text = TEMPLATE.formatted(run, ".".repeat(missing));
        template = text.getBytes(StandardCharsets.US_ASCII);
        id = text.indexOf("IIIIIIIIII");
        occurredAt = text.indexOf("OOOOOOOOOO");
        sentAt = text.indexOf("SSSSSSSSSS");
        customer = text.indexOf("CCCCCC\"");
        journey = text.indexOf("JJJJJJJJJJ");
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
        digits(event, customer, 6, number % CUSTOMERS);
        System.arraycopy(now, 0, event, occurredAt, now.length);
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
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
