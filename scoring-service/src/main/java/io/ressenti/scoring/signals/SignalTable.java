package io.ressenti.scoring.signals;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.Encounter;
import io.ressenti.scoring.model.Place;
import io.ressenti.scoring.model.Rating;
import io.ressenti.scoring.model.Signal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Keeps every signal that has counted. */
@ApplicationScoped
class SignalTable {

    private static final String INSERT = """
            INSERT INTO signal (brand, customer, occurred_at, ordinal, id, event_kind, event_source, event_id, journey_id,
                touchpoint, stage, channel, partner, received_at, kind, value, emotion, dissatisfied, weight, series,
                rating_series, rating, favourable, unfavourable)
            SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[], $5::uuid[], $6::text[],
                $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
                $14::timestamptz[], $15::text[], $16::double precision[], $17::text[], $18::boolean[],
                $19::double precision[], $20::text[], $21::text[], $22::integer[], $23::boolean[], $24::boolean[])
            """;

    Uni<Void> insert(SqlClient transaction, List<Signal> signals) {
        return transaction.preparedQuery(INSERT).execute(columns(signals)).replaceWithVoid();
    }

    private static Tuple columns(List<Signal> signals) {
        return Columns.of(signals)
                .text(of(Encounter::brand))
                .text(of(Encounter::customer))
                .time(of(Encounter::occurredAt))
                .integer(Signal::ordinal)
                .uuid(Signal::id)
                .name(of(Encounter::kind))
                .text(of(Encounter::source))
                .text(of(Encounter::eventId))
                .text(of(Encounter::journeyId))
                .text(at(Place::touchpoint))
                .name(at(Place::stage))
                .text(at(Place::channel))
                .text(at(Place::partner))
                .time(of(Encounter::receivedAt))
                .name(Signal::kind)
                .number(Signal::value)
                .name(Signal::emotion)
                .flag(Signal::dissatisfied)
                .number(Signal::weight)
                .text(signal -> signal.series().code())
                .text(rated(Rating::series).andThen(series -> series == null ? null : series.code()))
                .nullableInteger(rated(Rating::value))
                .flag(signal -> signal.rating() != null && signal.rating().favourable())
                .flag(signal -> signal.rating() != null && signal.rating().unfavourable())
                .toTuple();
    }

    private static <T> Function<Signal, T> of(Function<Encounter, T> property) {
        return signal -> property.apply(signal.encounter());
    }

    private static <T> Function<Signal, T> at(Function<Place, T> property) {
        return signal -> property.apply(signal.encounter().place());
    }

    private static <T> Function<Signal, T> rated(Function<Rating, T> property) {
        return signal -> signal.rating() == null ? null : property.apply(signal.rating());
    }
}
