package io.ressenti.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Traces that go on where no call leads: over Kafka in a record's header {@code traceparent}, over the outbox and other queues as a text that is
 * kept beside what waits. Records are consumed in batches, so there is a span for a batch, in the trace of one of its records and linked to the others'; what follows from
 * one of them is a span in that one's own trace. Where tracing is off, or nobody traces what is going on, nothing of this is done.
 */
@ApplicationScoped
public class Traces {

    private static final ContextKey<Map<Origin, SpanContext>> ORIGINS = ContextKey.named("ressenti-origins");

    private final Tracer tracer;
    private final boolean on;

    Traces(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.tracer = tracer;
        this.on = !off;
    }

    /** Whether anything is traced. */
    public boolean areOn() {
        return on;
    }

    /** What is going on, to be kept and gone on with later; null where it is not traced. */
    public String current() {
        return on ? Traceparent.of(Span.current().getSpanContext()) : null;
    }

    /** The span that put a record on Kafka; an invalid one where that is not traced, or tracing is off. */
    public SpanContext of(Headers headers) {
        return on ? Traceparent.read(headers) : SpanContext.getInvalid();
    }

    /** Has a record go on with what was kept as {@code traceparent}; null: with nothing. */
    public static void goOn(String traceparent, Headers headers) {
        Traceparent.write(traceparent, headers);
    }

    /** Has {@code send} put {@code records} on Kafka as part of what is going on, and gives them its trace. */
    public <T> Uni<T> sending(List<ProducerRecord<String, byte[]>> records, Supplier<Uni<T>> send) {
        if (!on || !Span.current().getSpanContext().isSampled()) {
            return send.get();
        }
        var topics = records.stream().map(ProducerRecord::topic).collect(Collectors.toSet());
        var span = tracer.spanBuilder(
                        topics.size() == 1 ? "send " + records.getFirst().topic() : "send")
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.batch.message_count", records.size())
                .startSpan();
        var traceparent = Traceparent.of(span.getSpanContext());
        records.forEach(record -> Traceparent.write(traceparent, record.headers()));
        return ending(span, send);
    }

    /**
     * Has {@code work} done about events of a batch of records.
     *
     * @param origins the events that are traced, and where; without any of them there is no span
     */
    public Uni<Void> processing(String topic, Map<Origin, SpanContext> origins, Supplier<Uni<Void>> work) {
        if (origins.isEmpty()) {
            return work.get();
        }
        var span = batchSpan(topic, Set.copyOf(origins.values())).startSpan();
        var context = Context.root().with(span).with(ORIGINS, origins);
        return Uni.createFrom().deferred(() -> {
            var scope = context.makeCurrent();
            return ending(span, work).onTermination().invoke(scope::close);
        });
    }

    /**
     * Writes down that something on its way to {@code topic} follows from {@code cause}, as a span in the trace of that event.
     *
     * @param cause null: it follows from what is going on
     * @return what is to be kept with it; null where that is not traced
     */
    public String create(String topic, Origin cause) {
        var parent = on ? parent(cause) : SpanContext.getInvalid();
        if (!parent.isSampled()) {
            return null;
        }
        var span = tracer.spanBuilder("create " + topic)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .startSpan();
        span.end();
        return Traceparent.of(span.getSpanContext());
    }

    /** Goes on with what was kept as {@code traceparent}: {@code work}, which leaves the service, is a span there. */
    public <T> Uni<T> calling(String name, String traceparent, Supplier<Uni<T>> work) {
        var parent = on ? Traceparent.read(traceparent) : SpanContext.getInvalid();
        if (!parent.isSampled()) {
            return work.get();
        }
        var span = tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setSpanKind(SpanKind.CLIENT)
                .startSpan();
        return ending(span, work);
    }

    /** Does {@code measurement} as part of {@code cause}'s trace, so that it can be an example of what was measured. */
    public void measuring(Origin cause, Runnable measurement) {
        measuring(on ? parent(cause) : SpanContext.getInvalid(), measurement);
    }

    /** The same for what was kept as {@code traceparent}. */
    public void measuring(String traceparent, Runnable measurement) {
        measuring(on ? Traceparent.read(traceparent) : SpanContext.getInvalid(), measurement);
    }

    private static void measuring(SpanContext span, Runnable measurement) {
        if (!span.isSampled()) {
            measurement.run();
            return;
        }
        try (var scope = Context.root().with(Span.wrap(span)).makeCurrent()) {
            measurement.run();
        }
    }

    private static SpanContext parent(Origin cause) {
        var origins = Context.current().get(ORIGINS);
        return cause == null || origins == null
                ? Span.current().getSpanContext()
                : origins.getOrDefault(cause, SpanContext.getInvalid());
    }

    /** In the trace of one of its records, for a trace of its own would be sampled anew; linked to those of the others. */
    private SpanBuilder batchSpan(String topic, Set<SpanContext> spans) {
        var parent = spans.iterator().next();
        var builder = tracer.spanBuilder("process " + topic)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic);
        spans.stream().filter(span -> !span.equals(parent)).forEach(builder::addLink);
        return builder;
    }

    /** A failure's message may quote data: its kind is all that a span says. */
    private static <T> Uni<T> ending(Span span, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(failure -> span.setStatus(StatusCode.ERROR)
                        .setAttribute("error.type", failure.getClass().getSimpleName()))
                .onTermination()
                .invoke(span::end);
    }
}
