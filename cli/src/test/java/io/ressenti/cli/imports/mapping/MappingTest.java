package io.ressenti.cli.imports.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ressenti.cli.client.Problem;
import io.ressenti.cli.client.WrongUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MappingTest {

    private static final String DELIVERIES = """
            source: courier-files
            id: "{order}-delivered"
            occurredAt: {column: ts, format: "dd/MM/yyyy HH:mm", zone: America/Sao_Paulo}
            customer: "{client}"
            touchpoint: order-delivered
            channel: COURIER
            partner: "{seller}"
            outcome: {column: status, values: {ok: SUCCESS, ko: FAILURE}}
            measures:
              delayHours: {column: delay, decimal: ","}
            attributes:
              state: "{state}"
              route: "{{{from}-{to}}}"
            skipWhenEmpty: [ts]
            """;
    private static final Map<String, String> ROW = Map.of(
            "order",
            "o-17",
            "ts",
            "18/01/2018 20:56",
            "client",
            "c-42",
            "status",
            "ko",
            "delay",
            "36,5",
            "from",
            "SP",
            "to",
            "RJ");

    private final Mapping deliveries = new MappingReader().document(DELIVERIES).mapping();

    @Test
    void makesAnEventOfARow() {
        // When, then: what is made of empty columns is left out
        assertThat(event(deliveries, ROW))
                .hasToString("{\"source\":\"courier-files\",\"id\":\"o-17-delivered\","
                        + "\"occurredAt\":\"2018-01-18T22:56:00Z\",\"customer\":\"c-42\","
                        + "\"touchpoint\":\"order-delivered\",\"channel\":\"COURIER\",\"outcome\":\"FAILURE\","
                        + "\"measures\":{\"delayHours\":36.5},\"attributes\":{\"route\":\"{SP-RJ}\"}}");
    }

    @Test
    void leavesOutARowWithoutWhatItNeeds() {
        assertThat(deliveries.read(Map.of("order", "o-17"))).isEqualTo(new Mapped.LeftOut());
    }

    @Test
    void findsEverythingThatIsWrong() {
        // Given
        var row = Map.of("ts", "18-01-2018", "status", "lost", "delay", "1.036,5");

        // When
        var mapped = deliveries.read(row);

        // Then
        assertThat(mapped)
                .isEqualTo(new Mapped.Unreadable(List.of(
                        new Problem.Place(
                                "/occurredAt", "\"18-01-2018\" is not a time of the format dd/MM/yyyy HH:mm."),
                        new Problem.Place(
                                "/outcome",
                                "\"lost\" has no translation in the mapping; add it to values, or say what holds otherwise."),
                        new Problem.Place(
                                "/measures/delayHours",
                                "\"1.036,5\" is not a number such as 1036,5, without marks between thousands."))));
    }

    @Test
    void optionsWinOverTheDocument() {
        // Given
        var mapping = new MappingReader()
                .document("id: '{order}'\ncustomer: '{client}'")
                .option("id", "{order}/{client}")
                .option("outcome", "{column: status, values: {ok: SUCCESS}, otherwise: FAILURE}")
                .option("measures.delayHours", "{delay}")
                .mapping();

        // When, then
        assertThat(event(mapping, Map.of("order", "o", "client", "c", "status", "bad", "delay", "2.5")))
                .hasToString(
                        "{\"id\":\"o/c\",\"customer\":\"c\",\"outcome\":\"FAILURE\",\"measures\":{\"delayHours\":2.5}}");
    }

    @Test
    void columnsMayHaveAnEventsOwnNames() {
        // Given
        var mapping = Mapping.ofNames(List.of("id", "occurredAt", "measures.delay/h", "attributes.state"));

        // When, then: a time is as the service reads it, or not
        assertThat(event(
                        mapping,
                        Map.of(
                                "id",
                                "1",
                                "occurredAt",
                                "yesterday",
                                "measures.delay/h",
                                "3",
                                "attributes.state",
                                "SP")))
                .hasToString("{\"id\":\"1\",\"occurredAt\":\"yesterday\",\"measures\":{\"delay/h\":3},"
                        + "\"attributes\":{\"state\":\"SP\"}}");
        assertThat(mapping.read(Map.of("measures.delay/h", "long")))
                .isEqualTo(new Mapped.Unreadable(List.of(new Problem.Place(
                        "/measures/delay~1h",
                        "\"long\" is not a number such as 1036.5, without marks between thousands."))));
    }

    @Test
    void theOneInTheDocumentationIsOne() throws IOException {
        // Given
        var page = Files.readString(Path.of("../docs/import.md"));
        var document = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n\n| rule"));
        var row =
                Map.of("order", "o-17", "ts", "2018-01-18 20:56", "client", "c-42", "status", "late", "delay", "36,5");

        // When
        var mapping = new MappingReader().document(document).mapping();

        // Then
        assertThat(event(mapping, row))
                .hasToString("{\"source\":\"courier-files\",\"id\":\"o-17-delivered\","
                        + "\"occurredAt\":\"2018-01-18T22:56:00Z\",\"customer\":\"c-42\",\"journeyId\":\"o-17\","
                        + "\"touchpoint\":\"home-delivery\",\"channel\":\"COURIER\",\"outcome\":\"ABANDONED\","
                        + "\"measures\":{\"delayHours\":36.5}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour: red                           | An event has no field \"colour\"",
                "measures.: red                        | An event has no field \"measures.\"",
                "id: '{order'                          | In \"{order\" a brace is left open",
                "id: {order}-x                         | The mapping is not YAML",
                "outcome: {values: {ok: SUCCESS}}      | A field's rule needs a column, or a template.",
                "outcome: {column: s, colour: red}     | A field's rule has no \"colour\"",
                "measures: {m: {column: s, decimal: ;}}| The decimal mark is",
                "just words                            | A mapping is a YAML document of fields"
            })
    void saysWhatIsNoMapping(String document, String words) {
        assertThatThrownBy(() -> new MappingReader().document(document))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith(words);
    }

    @Test
    void needsTheColumnsThatItReads() {
        assertThatThrownBy(() -> deliveries.requireColumns(List.of("order", "client", "status", "delay", "state")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("The mapping reads the column ts, seller, from, to, which the file has not;"
                        + " it has order, client, status, delay, state.");
    }

    private static ObjectNode event(Mapping mapping, Map<String, String> row) {
        return switch (mapping.read(row)) {
            case Mapped.Event(var event) -> event;
            case Mapped other -> throw new AssertionError(other);
        };
    }
}
