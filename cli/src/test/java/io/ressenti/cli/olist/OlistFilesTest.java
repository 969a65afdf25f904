package io.ressenti.cli.olist;

import io.ressenti.cli.client.ClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OlistFilesTest {

    @TempDir
    private Path directory;

    @Test
    void namesTheFileThatIsMissing() throws IOException {
        // Given
        Csv.write(directory, "", "", "");
        Files.delete(directory.resolve("olist_order_items.csv"));

        // When, then
        assertThatThrownBy(() -> OlistFiles.read(directory))
                .isInstanceOf(ClientException.class)
                .hasMessage(directory.resolve("olist_order_items.csv")
                        + " is missing; DIR must hold the files of the Olist data set.");
    }

    @Test
    void namesTheColumnsThatAreMissing() throws IOException {
        // Given
        Csv.write(directory, "", "", "");
        Files.writeString(directory.resolve("olist_sellers.csv"), "seller_id,town\n");

        // When, then
        assertThatThrownBy(() -> OlistFiles.read(directory))
                .isInstanceOf(ClientException.class)
                .hasMessage(directory.resolve("olist_sellers.csv")
                        + " has no column seller_city, seller_state; is it a file of the Olist data set?");
    }

    @Test
    void saysWhereAFieldIsNotATime() throws IOException {
        // Given
        Csv.write(directory, "o1,c1,created,2018-02-30 10:00:00,,,,2018-01-10 00:00:00\n", "", "");

        // When, then
        assertThatThrownBy(() -> OlistFiles.read(directory))
                .isInstanceOf(ClientException.class)
                .hasMessage("olist_orders.csv, line 2: \"2018-02-30 10:00:00\" in order_purchase_timestamp"
                        + " is not a time like 2018-01-31 23:59:59.");
    }

    @Test
    void saysWhereARowIsTooShort() throws IOException {
        // Given
        Csv.write(directory, "o1,c1\n", "", "");

        // When, then
        assertThatThrownBy(() -> OlistFiles.read(directory))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("olist_orders.csv, line 2");
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
        // Given
        Csv.write(directory, "", "", "");
        Files.writeString(
                directory.resolve("olist_sellers.csv"), "\uFEFFseller_id,seller_city,seller_state\ns1,rio,RJ\n");

        // When
        var files = OlistFiles.read(directory);

        // Then
        assertThat(files.sellers()).containsExactly(new OlistFiles.Seller("s1", "rio", "RJ"));
    }
}
