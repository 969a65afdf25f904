package io.ressenti.touchpoint.rejected;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ressenti.platform.problem.Violation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that was not taken in, without what it holds.
 *
 * @param id        the same for the same thing, however often it came
 * @param brand     whose it is; empty where that cannot be made out
 * @param reason    why, as the last part of the problem's type
 * @param detail    why, and what to do about it
 * @param errors    the places that are wrong
 * @param source    the event's source; left out where it cannot be made out
 * @param eventId   the event's id; left out where it cannot be made out
 * @param topic     the topic of a dead letter or conflict, to which a replay puts it back
 * @param service   the service that could not process a dead letter
 * @param repaired  whether somebody changed the event since
 * @param times     how often it came, at least
 * @param firstAt   when it came for the first time
 * @param lastAt    when it came for the last time
 * @param changedBy who repaired, replayed or discarded it last
 * @param changedAt when that was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RejectedView(
        UUID id,
        String brand,
        Origin origin,
        State state,
        String reason,
        String detail,
        List<Violation> errors,
        String source,
        String eventId,
        String topic,
        String service,
        boolean repaired,
        long times,
        Instant firstAt,
        Instant lastAt,
        String changedBy,
        Instant changedAt) {}
