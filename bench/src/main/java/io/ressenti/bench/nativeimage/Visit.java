package io.ressenti.bench.nativeimage;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.load.HttpLoad;
import io.ressenti.bench.load.Target;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.local.setup.Service;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The request that each service is loaded with: what it does most. */
final class Visit {

    private static final int BATCH = 100;

    private static final String ANSWER = """
            {"id":"%s-%d","source":"bench","occurredAt":"2026-01-02T03:04:05Z","customer":"%s-c-%d",
            "touchpoint":"bench-delivered","channel":"COURIER","answers":[{"type":"CSAT","value":4,"scale":5}]}
            """;

    private Visit() {}

    /** What the requests of a service are, for tables. */
    static String name(Service service) {
        return switch (service) {
            case TOUCHPOINT -> "a batch of " + BATCH + " touchpoints";
            case FEEDBACK -> "an answer";
            case SCORING -> "experience by touchpoint";
            case NOTIFICATION -> "the list of alerts";
            case CONSOLE -> "the login page";
        };
    }

    /** Sends one request after the other; gives their statuses. */
    static Supplier<Future<Integer>> of(Service service, Scratch system, HttpLoad load) {
        var run = Events.newRun();
        var events = new Events(run);
        var made = new AtomicLong();
        return switch (service) {
            case TOUCHPOINT -> {
                var target = target(service, system, "/api/v1/touchpoints/batch", "application/x-ndjson");
                yield () -> load.post(target, events.lines(BATCH));
            }
            case FEEDBACK -> {
                var target = target(service, system, "/api/v1/feedback", "application/json");
                yield () -> load.post(target, answer(run, made.incrementAndGet()));
            }
            case SCORING ->
                gets(target(service, system, "/api/v1/scores/experience?by=touchpoint", "text/plain"), load);
            case NOTIFICATION -> gets(target(service, system, "/api/v1/alerts", "text/plain"), load);
            case CONSOLE -> gets(target(service, system, "/login", "text/plain"), load);
        };
    }

    private static Supplier<Future<Integer>> gets(Target target, HttpLoad load) {
        return () -> load.get(target);
    }

    private static Buffer answer(String run, long number) {
        return Buffer.buffer(ANSWER.formatted(run, number, run, number % 1000));
    }

    private static Target target(Service service, Scratch system, String path, String type) {
        return new Target(
                system.portOf(service), path, Map.of("Authorization", "Bearer " + system.key(), "Content-Type", type));
    }
}
