package io.ressenti.bench.scoring;

import io.ressenti.cli.client.Api;
import io.ressenti.cli.client.ClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Reads scores over HTTP, one answer after the other. */
final class ScoreReads {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Api api;

    ScoreReads(Api api) {
        this.api = api;
    }

    /**
     * An answer's size, and how long it takes.
     *
     * @param bytes  of the body
     * @param micros each time
     */
    record Reading(int bytes, Histogram micros) {}

    /** What people look at, by what a table calls it; the windows end at {@code now}. */
    static Map<String, String> questions(Instant now) {
        var year = "&from=" + now.truncatedTo(ChronoUnit.DAYS).minus(364, ChronoUnit.DAYS);
        var weeks = "&from=" + now.truncatedTo(ChronoUnit.DAYS).minus(28, ChronoUnit.DAYS);
        var ragged = "&from=" + now.minus(90, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS) + "&to="
                + now.truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("a year by touchpoint and day", "experience?by=touchpoint&bucket=day" + year);
        questions.put("a year by touchpoint and week", "experience?by=touchpoint&bucket=week" + year);
        questions.put("a year by touchpoint and month", "experience?by=touchpoint&bucket=month" + year);
        questions.put("a year by touchpoint", "experience?by=touchpoint" + year);
        questions.put("a year of the brand by day", "experience?bucket=day" + year);
        questions.put("four weeks of the brand by hour", "experience?bucket=hour" + weeks);
        questions.put("CSAT of a year by touchpoint and day", "csat?by=touchpoint&bucket=day" + year);
        questions.put("a year by touchpoint and partner", "experience?by=touchpoint,partner" + year);
        questions.put("a year by stage and channel, by week", "experience?by=stage,channel&bucket=week" + year);
        questions.put("a year by partner and day", "dissatisfied-share?by=partner&bucket=day" + year);
        questions.put(
                "a year of one partner by touchpoint and day",
                "experience?by=touchpoint&partner=partner-07&bucket=day" + year);
        questions.put("90 days to the second, by touchpoint", "experience?by=touchpoint" + ragged);
        questions.put("all time, by touchpoint and channel", "experience?by=touchpoint,channel");
        return questions;
    }

    /** Asks a question again and again, and does not look at how long it takes. */
    void warmUp(String question) {
        repeat(question, Integer.MAX_VALUE, WARM_UP);
    }

    /** Asks a question so many times, or for half a minute where answers are slow. */
    Reading time(String question, int times) {
        return repeat(question, times, LONGEST);
    }

    private Reading repeat(String question, int times, Duration longest) {
        var micros = new Histogram(LONGEST_MICROS, DIGITS);
        var bytes = 0;
        var end = System.nanoTime() + longest.toNanos();
        for (int i = 0; i < times && System.nanoTime() < end; i++) {
            var start = System.nanoTime();
            bytes = read(question);
            micros.recordValue(Math.min((System.nanoTime() - start) / 1000, LONGEST_MICROS));
        }
        return new Reading(bytes, micros);
    }

    private int read(String question) {
        var reply = api.get("/api/v1/scores/" + question);
        if (!reply.ok()) {
            throw new ClientException("Scores cannot be read (%d): %s".formatted(reply.status(), reply.text()));
        }
        return reply.body().length;
    }
}
