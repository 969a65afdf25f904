package io.ressenti.bench.scoring;

import io.ressenti.bench.load.OpenLoop;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Polarity;
import io.ressenti.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How long from an event to the score that it makes, on the topic of scores. Every tenth event is a new customer's answer: theirs
 * is the first score, which is always told. Time counts from when the event was due.
 */
final class PublishedScores {

    private static final int PROBE_EVERY = 10;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final Map<String, Long> open = new ConcurrentHashMap<>();
    private volatile boolean watching;

    PublishedScores(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * What was seen.
     *
     * @param lost scores that were never told
     */
    record Outcome(Histogram micros, long lost) {}

    /** Sends at that rate for {@code duration}. */
    Outcome run(String run, double perSecond, Duration duration) {
        var micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        try (var feed = new EventFeed(bootstrapServers, 0)) {
            var consumer = fromNowOn();
            watching = true;
            var watcher = Thread.ofPlatform().name("published-scores").start(() -> watch(consumer, micros));
            var visits = new Visits(run, Instant.now(), Duration.ZERO);
            var number = new AtomicLong();
            new OpenLoop(perSecond, duration).run(due -> feed.send(next(visits, number.getAndIncrement(), due)));
            awaitAll();
            watching = false;
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
        return new Outcome(micros, open.size());
    }

    private Event next(Visits visits, long number, long due) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (number % PROBE_EVERY > 0) {
            return visits.event(number, now);
        }
        var customer = visits.run() + "-new-" + number;
        open.put(Visits.BRAND + "|" + customer, due);
        return answer(visits.run() + "-probe-" + number, customer, now);
    }

    private static FeedbackRecorded answer(String id, String customer, Instant now) {
        var answers = List.of(new Answer(AnswerType.CSAT, 4, 5, Polarity.HIGHER_IS_BETTER, null, null));
        return new FeedbackRecorded(
                id,
                "survey",
                Visits.BRAND,
                customer,
                null,
                "touchpoint-000",
                Visits.stage(0),
                "WEB",
                null,
                now,
                now,
                answers,
                null,
                null,
                null);
    }

    private void watch(KafkaConsumer<String, byte[]> scores, Histogram micros) {
        try (scores) {
            while (watching) {
                for (ConsumerRecord<String, byte[]> record : scores.poll(POLL)) {
                    var due = open.remove(record.key());
                    if (due != null) {
                        micros.recordValue(Math.min((System.nanoTime() - due) / 1000, LONGEST_MICROS));
                    }
                }
            }
        }
    }

    private KafkaConsumer<String, byte[]> fromNowOn() {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topics.SCORES).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is put off until somebody asks for the position.
        partitions.forEach(consumer::position);
        return consumer;
    }

    private void awaitAll() {
        var deadline = Instant.now().plus(PATIENCE);
        while (!open.isEmpty() && Instant.now().isBefore(deadline)) {
            Pause.of(POLL);
        }
    }
}
