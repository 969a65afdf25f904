package io.ressenti.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;

/** A span's place in its trace as a text, W3C Trace Context's {@code traceparent}. Nothing else is handed on: no state, no baggage. */
final class Traceparent {

    static final String HEADER = "traceparent";

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<String> ITSELF = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public String get(String traceparent, String key) {
            return HEADER.equals(key) ? traceparent : null;
        }
    };

    private Traceparent() {}

    /** The text for a span; null where the span is not sampled: who does not keep a trace does not go on with it. */
    static String of(SpanContext span) {
        if (!span.isSampled()) {
            return null;
        }
        Map<String, String> written = new HashMap<>();
        W3C.inject(Context.root().with(Span.wrap(span)), written, Map::put);
        return written.get(HEADER);
    }

    /** The span that {@code traceparent} names; an invalid one where that is null or no such text. */
    static SpanContext read(String traceparent) {
        return traceparent == null
                ? SpanContext.getInvalid()
                : Span.fromContext(W3C.extract(Context.root(), traceparent, ITSELF))
                        .getSpanContext();
    }

    /** The same for a record's headers. */
    static SpanContext read(Headers headers) {
        var header = headers.lastHeader(HEADER);
        return header == null || header.value() == null
                ? SpanContext.getInvalid()
                : read(new String(header.value(), StandardCharsets.US_ASCII));
    }

    /** Adds the text to headers that have none. */
    static void write(String traceparent, Headers headers) {
        if (traceparent != null && headers.lastHeader(HEADER) == null) {
            headers.add(HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
