package io.ressenti.touchpoint.rejected;

import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** Where a row stands among the others: by when it came last; the id makes the order total. */
record Position(Instant lastAt, UUID id) {

    static final Comparator<Position> OLDEST_FIRST =
            Comparator.comparing(Position::lastAt).thenComparing(Position::id, Position::compareBytes);

    /** Before every row, oldest first. */
    static final Position OLDEST = new Position(Instant.EPOCH, new UUID(0, 0));

    /** After every row, oldest first. */
    static final Position NEWEST = new Position(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    static Position of(RejectedView row) {
        return new Position(row.lastAt(), row.id());
    }

    /** The position that {@code cursor} stands for; {@code start} where there is none. */
    static Position read(String cursor, Position start) {
        if (cursor == null || cursor.isEmpty()) {
            return start;
        }
        var keys = Cursor.read(cursor, 2);
        try {
            return new Position(Parameters.time("cursor", keys.get(0), Instant.EPOCH), UUID.fromString(keys.get(1)));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.invalid(
                    "", "The parameter cursor is not one that this list returned. Leave it out to start anew."));
        }
    }

    String cursor() {
        return Cursor.of(lastAt.toString(), id.toString());
    }

    /** As PostgreSQL compares them: Java takes the halves of a UUID for signed numbers. */
    private static int compareBytes(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }
}
