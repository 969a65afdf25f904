package io.ressenti.scoring.drops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.drops.Evaluation.DayState;
import io.ressenti.scoring.model.drop.Baseline;
import io.ressenti.scoring.model.drop.Cusum;
import io.ressenti.scoring.model.drop.DayTally;
import io.ressenti.scoring.model.drop.Drop;
import io.ressenti.scoring.model.drop.Excursion;
import io.ressenti.scoring.model.drop.SeriesWatch;
import io.ressenti.scoring.model.drop.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Keeps where the watch over each series stood at the end of its days. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            SeriesWatch.class,
            DayTally.class,
            Baseline.class,
            Cusum.class,
            Excursion.class,
            Drop.class,
            Drop.End.class,
            Tally.class
        })
class WatchTable {

    private static final String LOAD = """
            SELECT DISTINCT ON (channel, partner) channel, partner, state FROM drop_watch
            WHERE brand = $1 AND touchpoint = $2
            ORDER BY channel, partner, day DESC
            """;

    private static final String SAVE = """
            INSERT INTO drop_watch (brand, touchpoint, channel, partner, day, state)
            SELECT brand, touchpoint, channel, partner, day::date, state
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                AS watch (brand, touchpoint, channel, partner, day, state)
            ON CONFLICT (brand, touchpoint, channel, partner, day) DO UPDATE SET state = EXCLUDED.state
            """;

    private static final String FORGET = "DELETE FROM drop_watch WHERE brand = $1 AND touchpoint = $2 AND day >= $3";

    /** Of the days before $3 the last of each month stays. */
    private static final String THIN_OUT = """
            DELETE FROM drop_watch AS old WHERE brand = $1 AND touchpoint = $2 AND day < $3 AND EXISTS (
                SELECT FROM drop_watch AS later
                WHERE later.brand = old.brand AND later.touchpoint = old.touchpoint AND later.channel = old.channel
                    AND later.partner = old.partner AND later.day > old.day AND later.day < $3
                    AND date_trunc('month', later.day) = date_trunc('month', old.day))
            """;

    /** Reads back what it has written, to the last digit. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Where the touchpoint's series stand. */
    Uni<Map<WatchedSeries, SeriesWatch>> load(SqlClient connection, WatchedTouchpoint touchpoint) {
        return connection
                .preparedQuery(LOAD)
                .execute(Tuple.of(touchpoint.brand(), touchpoint.touchpoint()))
                .map(rows -> watches(touchpoint, rows));
    }

    Uni<Void> save(SqlClient connection, Map<DayState, SeriesWatch> states) {
        if (states.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = Columns.of(states.entrySet())
                .text(entry -> entry.getKey().series().brand())
                .text(entry -> entry.getKey().series().touchpoint())
                .text(entry -> entry.getKey().series().channel())
                .text(entry -> entry.getKey().series().partner())
                .text(entry -> entry.getKey().day().toString())
                .text(entry -> write(entry.getValue()))
                .toTuple();
        return connection.preparedQuery(SAVE).execute(columns).replaceWithVoid();
    }

    /** Forgets the states from {@code day} on. */
    Uni<Void> forgetFrom(SqlClient connection, WatchedTouchpoint touchpoint, LocalDate day) {
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(touchpoint.brand(), touchpoint.touchpoint(), day))
                .replaceWithVoid();
    }

    /** Keeps of the states before {@code day} the last of each month only. */
    Uni<Void> thinOutBefore(SqlClient connection, WatchedTouchpoint touchpoint, LocalDate day) {
        return connection
                .preparedQuery(THIN_OUT)
                .execute(Tuple.of(touchpoint.brand(), touchpoint.touchpoint(), day))
                .replaceWithVoid();
    }

    private static Map<WatchedSeries, SeriesWatch> watches(WatchedTouchpoint touchpoint, RowSet<Row> rows) {
        Map<WatchedSeries, SeriesWatch> watches = new HashMap<>();
        for (var row : rows) {
            var series = new WatchedSeries(
                    touchpoint.brand(), touchpoint.touchpoint(), row.getString("channel"), row.getString("partner"));
            watches.put(series, read(row.getString("state")));
        }
        return watches;
    }

    static String write(SeriesWatch watch) {
        try {
            return JSON.writeValueAsString(watch);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state of our own cannot be written", e);
        }
    }

    static SeriesWatch read(String state) {
        try {
            return JSON.readValue(state, SeriesWatch.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state of our own cannot be read back", e);
        }
    }
}
