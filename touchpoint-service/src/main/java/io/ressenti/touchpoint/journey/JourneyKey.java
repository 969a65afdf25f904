package io.ressenti.touchpoint.journey;

import io.ressenti.platform.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** A customer's part of a journey. */
record JourneyKey(String brand, String journeyId, String customer) implements Comparable<JourneyKey> {

    private static final Comparator<JourneyKey> ORDER = Comparator.comparing(JourneyKey::brand)
            .thenComparing(JourneyKey::journeyId)
            .thenComparing(JourneyKey::customer);

    /** The keys in columns {@code brand}, {@code journey_id}, {@code customer}; rows without a journey are left out. */
    static SortedSet<JourneyKey> in(RowSet<Row> rows) {
        var keys = new TreeSet<JourneyKey>();
        for (var row : rows) {
            if (row.getString("journey_id") != null) {
                keys.add(
                        new JourneyKey(row.getString("brand"), row.getString("journey_id"), row.getString("customer")));
            }
        }
        return keys;
    }

    /** For {@code unnest($1::text[], $2::text[], $3::text[]) AS due (brand, journey_id, customer)}. */
    static Columns<JourneyKey> columns(Collection<JourneyKey> keys) {
        return Columns.of(keys)
                .text(JourneyKey::brand)
                .text(JourneyKey::journeyId)
                .text(JourneyKey::customer);
    }

    @Override
    public int compareTo(JourneyKey other) {
        return ORDER.compare(this, other);
    }
}
