package io.ressenti.bench.ingest;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.load.Target;
import io.ressenti.bench.scratch.JavaProcess;
import io.ressenti.bench.scratch.Scratch;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** In which form events are sent. */
enum Shape {
    ONE("One event a request", "/api/v1/touchpoints", "application/json", 1),
    ARRAY("Batches of 100, a JSON array", "/api/v1/touchpoints/batch", "application/json", 100),
    LINES("Batches of 100, NDJSON", "/api/v1/touchpoints/batch", "application/x-ndjson", 100);

    private final String title;
    private final String path;
    private final String mediaType;
    private final int events;

    Shape(String title, String path, String mediaType, int events) {
        this.title = title;
        this.path = path;
        this.mediaType = mediaType;
        this.events = events;
    }

    String title() {
        return title;
    }

    /** The touchpoint service, sent events in this form. */
    Contestant service(Scratch scratch, JavaProcess process, Events made) {
        var headers = Map.of("Content-Type", mediaType, "Authorization", "Bearer " + scratch.key());
        return new Contestant(new Target(scratch.servicePort(), path, headers), () -> body(made), events, process);
    }

    /** The bare probe, sent the same bodies. */
    Contestant probe(int port, JavaProcess process, Events made) {
        var headers = Map.of("Content-Type", mediaType);
        return new Contestant(new Target(port, BareProbe.PATH + events, headers), () -> body(made), events, process);
    }

    private Buffer body(Events made) {
        return switch (this) {
            case ONE -> made.one();
            case ARRAY -> made.array(events);
            case LINES -> made.lines(events);
        };
    }
}
