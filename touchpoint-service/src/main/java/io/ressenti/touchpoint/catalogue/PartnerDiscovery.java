package io.ressenti.touchpoint.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Adds the partners that events name to the catalogue. Sellers come by the thousand and nobody registers them first; it
 * happens where events are read back, so that taking one in needs no database.
 */
@ApplicationScoped
public class PartnerDiscovery {

    private static final String INSERT = """
            INSERT INTO partner (brand, code) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING
            """;

    /** A partner of a brand. */
    public record Partner(String brand, String code) {}

    /** A set for {@link #add}: sorted, so that two instances lock rows in the same order. */
    public static SortedSet<Partner> newSet() {
        return new TreeSet<>(Comparator.comparing(Partner::brand).thenComparing(Partner::code));
    }

    /** Adds those of {@code partners} that are not there yet, within the transaction of {@code connection}. */
    public Uni<Void> add(SqlClient connection, SortedSet<Partner> partners) {
        if (partners.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = Tuple.tuple()
                .addArrayOfString(partners.stream().map(Partner::brand).toArray(String[]::new))
                .addArrayOfString(partners.stream().map(Partner::code).toArray(String[]::new));
        return connection.preparedQuery(INSERT).execute(columns).replaceWithVoid();
    }
}
