package io.ressenti.scoring.upkeep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Compares a table of sums with the signals that it is the sum of. */
@ApplicationScoped
class SumComparison {

    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final ObjectMapper json;

    SumComparison(ObjectMapper json) {
        this.json = json;
    }

    TableReport compare(SqlClient snapshot, SumTable table) {
        var found = snapshot.preparedQuery(table.comparison())
                .executeAndAwait(Tuple.of(TableReport.TOLERANCE, (long) TableReport.MAX_EXAMPLES))
                .iterator()
                .next();
        return new TableReport(
                table.name(),
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
