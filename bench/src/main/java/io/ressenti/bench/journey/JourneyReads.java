package io.ressenti.bench.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.cli.client.Api;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Reads pages of one customer's timeline, one after the other, over HTTP. */
final class JourneyReads {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;

    private final Api api;
    private final String path;

    JourneyReads(Api api, String customer) {
        this.api = api;
        this.path = "/api/v1/customers/" + customer + "/journey?limit=100";
    }

    /** Turns so many pages over; gives the cursor of the page after them, null where there is none. */
    String cursorAfter(int pages) {
        String cursor = null;
        for (int i = 0; i < pages; i++) {
            cursor = read(cursor).path("next").asText(null);
            if (cursor == null) {
                return null;
            }
        }
        return cursor;
    }

    /** How long the page at {@code cursor} takes, read {@code times} times; microseconds. */
    Histogram time(String cursor, int times) {
        var micros = new Histogram(LONGEST_MICROS, DIGITS);
        for (int i = 0; i < times; i++) {
            var start = System.nanoTime();
            read(cursor);
            micros.recordValue(Math.min((System.nanoTime() - start) / 1000, LONGEST_MICROS));
        }
        return micros;
    }

    private JsonNode read(String cursor) {
        var reply =
                api.get(cursor == null ? path : path + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        if (!reply.ok()) {
            throw new ClientException("The timeline cannot be read (%d): %s".formatted(reply.status(), reply.text()));
        }
        return Json.read(reply.body(), JsonNode.class);
    }
}
