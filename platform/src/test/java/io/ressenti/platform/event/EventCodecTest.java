package io.ressenti.platform.event;

import io.ressenti.contracts.Topics;
import io.ressenti.platform.Facts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventCodecTest {

    @Test
    void eventSurvivesTheJourney() {
        // Given
        var event = Facts.catalogued("order-delivered");

        // When
        var read = EventCodec.read(received(EventCodec.toRecord(Topics.CATALOGUE, event)));

        // Then
        assertThat(read).isEqualTo(event);
    }

    @Test
    void recordIsACloudEventInBinaryMode() {
        // When
        var record = EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued("order-delivered"));

        // Then
        assertThat(record.key()).isEqualTo("acme|order-delivered");
        assertThat(record.headers().toArray())
                .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .containsExactlyInAnyOrder(
                        "ce_specversion=1.0",
                        "ce_id=id-order-delivered",
                        "ce_type=io.ressenti.TouchpointCatalogued.v1",
                        "ce_source=ressenti/platform-test",
                        "ce_brand=acme",
                        "ce_time=2026-01-02T03:04:05Z",
                        "content-type=application/json");
    }

    @Test
    void sourceInTheEnvelopeIsAlwaysAUriReference() {
        // When
        var headers = EventCodec.headers("1", "t", "'; DROP TABLE é--", "acme", "2026-01-02T03:04:05Z");

        // Then
        assertThat(new String(headers.lastHeader("ce_source").value(), UTF_8))
                .isEqualTo("';%20DROP%20TABLE%20%C3%A9--");
    }

    @ParameterizedTest
    @CsvSource({"courier-app_2,courier-app_2", "shop:7,shop:7", "7:shop,7%3Ashop", "a/b,a/b", "50%,50%25"})
    void sourceThatIsAUriReferenceStaysAsItIs(String source, String expected) {
        // When
        var headers = EventCodec.headers("1", "t", source, "acme", "2026-01-02T03:04:05Z");

        // Then
        assertThat(new String(headers.lastHeader("ce_source").value(), UTF_8)).isEqualTo(expected);
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        // Given
        var event = Facts.catalogued("order-delivered");
        var record = EventCodec.toRecord(Topics.CATALOGUE, event);
        var grown = new String(record.value(), UTF_8).replaceFirst("\\{", "{\"fromTheFuture\":[1,2],");

        // When
        var read = EventCodec.read(received(new ProducerRecord<>(
                record.topic(), null, null, record.key(), grown.getBytes(UTF_8), record.headers())));

        // Then
        assertThat(read).isEqualTo(event);
    }

    @Test
    void recordWithoutAKnownTypeIsRefused() {
        var record = new ConsumerRecord<>(Topics.CATALOGUE, 0, 0, "key", "{}".getBytes(UTF_8));
        record.headers().add("ce_type", "io.ressenti.Unheard.v1".getBytes(UTF_8));
        assertThatThrownBy(() -> EventCodec.read(record))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("unknown event type io.ressenti.Unheard.v1");
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        var received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }
}
