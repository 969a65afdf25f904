package io.ressenti.scoring.upkeep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Compares a table with what it follows from, where PostgreSQL can do that alone. */
@ApplicationScoped
class TableComparison {

    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final ObjectMapper json;

    TableComparison(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Compares one table.
     *
     * @param statement $1: how far numbers may deviate. $2: how many examples of differences are wanted. Gives {@code rows},
     *     {@code differences}, {@code deviation} (the largest) and {@code examples}, a JSON array of {key, stored, recomputed}
     */
    TableReport compare(SqlClient snapshot, String table, String statement) {
        var found = snapshot.preparedQuery(statement)
                .executeAndAwait(Tuple.of(TableReport.TOLERANCE, (long) TableReport.MAX_EXAMPLES))
                .iterator()
                .next();
        return new TableReport(
                table,
                found.getLong("rows"),
                found.getLong("differences"),
                found.getDouble("deviation"),
                differences(found.getString("examples")));
    }

    private List<Difference> differences(String examples) {
        try {
            return json.readValue(examples, DIFFERENCES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL gave something else than was asked for", e);
        }
    }
}
