package io.ressenti.notification.receiver;

import io.ressenti.platform.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * Somebody who wants to be told about a brand's alerts.
 *
 * @param name     unique within the brand
 * @param url      where a webhook's messages go; null otherwise
 * @param secret   what they are signed with, {@code whsec_} and base64; null otherwise
 * @param address  the mailbox of an e-mail receiver; null otherwise
 * @param language in which an e-mail receiver is written to; null otherwise
 */
public record Receiver(
        String brand,
        String name,
        ReceiverKind kind,
        String url,
        String secret,
        String address,
        Language language,
        Instant createdAt,
        Instant updatedAt) {

    /** The columns that {@link #read(Row)} needs. */
    public static final String COLUMNS = "brand, name, kind, url, secret, address, language, created_at, updated_at";

    /** The receiver in a row of the table {@code receiver}. */
    public static Receiver read(Row row) {
        var language = row.getString("language");
        return new Receiver(
                row.getString("brand"),
                row.getString("name"),
                ReceiverKind.valueOf(row.getString("kind")),
                row.getString("url"),
                row.getString("secret"),
                row.getString("address"),
                language == null ? null : Language.valueOf(language),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }

    /** Without secret and address: this may end up in a log. */
    @Override
    public String toString() {
        return "Receiver[brand=" + brand + ", name=" + name + ", kind=" + kind + "]";
    }
}
