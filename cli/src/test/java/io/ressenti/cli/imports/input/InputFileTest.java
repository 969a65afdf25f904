package io.ressenti.cli.imports.input;

import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.WrongUseException;
import io.ressenti.cli.imports.input.InputFormat.Kind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InputFileTest {

    private static final InputFormat CSV = new InputFormat(Kind.CSV, StandardCharsets.UTF_8, ',');
    private static final InputFormat NDJSON = new InputFormat(Kind.NDJSON, StandardCharsets.UTF_8, ',');

    @TempDir
    private Path directory;

    @Test
    void readsCsvWithTheLineOnWhichEachRowBegins() throws IOException {
        // Given
        var file = write("a.csv", "\uFEFFid,note\r\n1,\"two\r\nlines\"\r\n\r\n 2 ,\r\n3,x,y\r\n");

        // When
        var items = read(file, CSV, false);

        // Then
        assertThat(items)
                .containsExactly(
                        new Item.Row(2, Map.of("id", "1", "note", "two\r\nlines")),
                        new Item.Row(5, Map.of("id", "2")),
                        new Item.Unreadable(6, "3,x,y", "The row has 3 fields, and the first line names 2 columns."));
    }

    @Test
    void readsAnotherCharsetAndDelimiter() throws IOException {
        // Given
        var charset = Charset.forName("windows-1252");
        var file = Files.write(directory.resolve("a.csv"), "id;note\n1;reçu\n".getBytes(charset));

        // When
        var items = read(file, new InputFormat(Kind.CSV, charset, ';'), false);

        // Then
        assertThat(items).containsExactly(new Item.Row(2, Map.of("id", "1", "note", "reçu")));
    }

    @Test
    void doesNotGuessWhatIsNotOfTheCharset() throws IOException {
        // Given
        var file = Files.write(directory.resolve("a.csv"), "id,note\n1,reçu\n".getBytes(StandardCharsets.ISO_8859_1));

        // When, then
        assertThatThrownBy(() -> read(file, CSV, false))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("is not text in its charset");
    }

    @Test
    void readsNdjsonAsEventsOrAsRows() throws IOException {
        // Given
        var line = "{\"id\":\"1\",\"measures\":{\"delayHours\":2.50},\"tags\":[1],\"none\":null}";
        var file = write("a.ndjson", line + "\n\n[]\n{\"id\":1,\"id\":2}\n{\"note\":\"\\ud800\"}\nx");

        // When
        var events = read(file, NDJSON, false);
        var rows = read(file, NDJSON, true);

        // Then
        assertThat(events).hasSize(5);
        assertThat(events.getFirst()).isInstanceOfSatisfying(Item.Event.class, event -> assertThat(event.event())
                .hasToString("{\"id\":\"1\",\"measures\":{\"delayHours\":2.5},\"tags\":[1],\"none\":null}"));
        assertThat(events.subList(1, 5))
                .allSatisfy(item -> assertThat(item).isInstanceOf(Item.Unreadable.class))
                .extracting(Item::line)
                .containsExactly(3L, 4L, 5L, 6L);
        assertThat(rows.getFirst())
                .isEqualTo(new Item.Row(1, Map.of("id", "1", "measures.delayHours", "2.5", "tags", "[1]")));
    }

    @Test
    void takesRejectedItemsOutOfTheirWrapping() throws IOException {
        // Given
        var file = write("a.ndjson", """
                {"line":7,"id":"1","problem":{"type":"x"},"event":{"id":"1"}}
                {"line":8,"problem":{"type":"x"},"row":{"ts":"now"}}
                {"line":9,"problem":{"type":"x"},"text":"{\\"id\\":\\"3\\"}"}
                """);

        // When
        var items = read(file, NDJSON, false);

        // Then
        assertThat(items).extracting(Item::line).containsExactly(1L, 2L, 3L);
        assertThat(items.get(0)).isInstanceOfSatisfying(Item.Event.class, event -> assertThat(event.event())
                .hasToString("{\"id\":\"1\"}"));
        assertThat(items.get(1)).isEqualTo(new Item.Row(2, Map.of("ts", "now")));
        assertThat(items.get(2)).isInstanceOfSatisfying(Item.Event.class, event -> assertThat(event.event())
                .hasToString("{\"id\":\"3\"}"));
    }

    @Test
    void unpacksAndCountsWhatItHasReadOfTheFile() throws IOException {
        // Given
        var file = directory.resolve("a.csv.gz");
        try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write("id\n1\n2\n".getBytes(StandardCharsets.UTF_8));
        }

        // When
        try (var opened = InputFile.open(file, CSV, false)) {
            opened.items().forEachRemaining(item -> assertThat(item).isInstanceOf(Item.Row.class));

            // Then
            assertThat(opened.position()).isEqualTo(opened.size()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void saysWhereAFileIsCutOff() throws IOException {
        // Given
        var file = write("a.csv", "id,note\n1,x\n2,\"never closed\n");

        // When, then
        assertThatThrownBy(() -> read(file, CSV, false))
                .isInstanceOf(ClientException.class)
                .hasMessageStartingWith(file + " cannot be read at or after line 3: ");
    }

    @Test
    void refusesColumnsWithTheSameName() throws IOException {
        // Given
        var file = write("a.csv", "id,id\n1,2\n");

        // When, then
        assertThatThrownBy(() -> read(file, CSV, false))
                .isInstanceOf(ClientException.class)
                .hasMessageStartingWith("The first line of " + file + " must name each column, once");
    }

    @Test
    void knowsAFormatByTheName() {
        assertThat(List.of("a.CSV", "a.csv.gz", "a.ndjson", "a.jsonl.gz"))
                .extracting(InputFormat::kindOf)
                .containsExactly(Kind.CSV, Kind.CSV, Kind.NDJSON, Kind.NDJSON);
        assertThatThrownBy(() -> InputFormat.kindOf("a.csv.zst"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("--format");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static List<Item> read(Path file, InputFormat format, boolean mapped) throws IOException {
        try (var opened = InputFile.open(file, format, mapped)) {
            List<Item> items = new ArrayList<>();
            opened.items().forEachRemaining(items::add);
            return items;
        }
    }
}
