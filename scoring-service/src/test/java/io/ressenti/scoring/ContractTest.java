package io.ressenti.scoring;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.ressenti.contracts.CustomerAtRisk;
import io.ressenti.contracts.DissatisfactionEvent;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.SignalDissatisfied;
import io.ressenti.contracts.SignalKind;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.scoring.model.Judgement;
import io.ressenti.scoring.model.Reckoning;
import io.ressenti.scoring.model.Signal;
import io.ressenti.scoring.model.SignalReader;
import io.ressenti.scoring.testing.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read and what is told agrees with the contracts. */
class ContractTest {

    private static final SignalReader READER = new SignalReader(Judgement.USUAL, Map.of());

    @Test
    void readsTheExampleOfATouchpoint() {
        // Given
        var event = (TouchpointRecorded) example(TouchpointRecorded.class);

        // When
        var signals = READER.read(event).signals();

        // Then
        assertThat(signals).extracting(Signal::kind).containsExactly(SignalKind.PROMISE);
        assertThat(signals.getFirst().value()).isEqualTo(100 * (1 - 36.5 / 72));
    }

    @Test
    void readsTheExampleOfFeedback() {
        // Given
        var event = (FeedbackRecorded) example(FeedbackRecorded.class);

        // When
        var signals = READER.read(event).signals();

        // Then
        assertThat(signals)
                .extracting(Signal::kind)
                .containsExactly(SignalKind.CSAT, SignalKind.NPS, SignalKind.EMOTION);
        assertThat(signals).extracting(Signal::value).containsExactly(25.0, 40.0, 10.0);
        assertThat(signals).extracting(Signal::emotion).containsOnly(Emotion.DISAPPOINTED);
    }

    @Test
    void tellsFactsThatKeepTheContract() {
        // Given facts with every kind of cause, with and without partner, emotion and score before
        var content = READER.read(Events.feedback("acme", "r-0", "c-1", Events.NOON, Events.csat(5)));
        var said = READER.read(
                Events.feedback("acme", "r-1", "c-1", Events.NOON, Events.csat(1), Events.emotion(Emotion.FRUSTRATED)));
        var observed =
                READER.read(Events.touchpoint("acme", "e-1", "c-1", Events.NOON, Outcome.FAILURE, Events.delay(70)));

        // When
        List<DissatisfactionEvent> facts = Reckoning.of(Map.of(), List.of(content, said, observed), Events.NOON)
                .facts();

        // Then
        assertThat(facts)
                .hasAtLeastOneElementOfType(SignalDissatisfied.class)
                .hasAtLeastOneElementOfType(CustomerAtRisk.class)
                .allSatisfy(fact -> assertThat(violations(fact)).isEmpty());
    }

    private static List<String> violations(Event event) {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(resource("/schemas/" + event.getClass().getSimpleName() + ".v1.json"));
        return schema.validate(EventCodec.toJson(event), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Event example(Class<? extends Event> type) {
        var json = resource("/examples/" + type.getSimpleName() + ".v1.json");
        var headers = EventCodec.headers("id", EventCodec.typeOf(type), "source", "brand", "time");
        return EventCodec.read(new ConsumerRecord<>(
                "topic",
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                json.length(),
                "key",
                json.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(headers),
                Optional.empty()));
    }

    private static String resource(String path) {
        try (var stream = ContractTest.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
