package io.ressenti.scoring.identities;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void ofTheSameTwiceInABatchTheOneReceivedFirstStays() {
        // Given a merge that came twice, once with another target, and another one
        var first = link("m-1", "c-2", NOON);
        var again = link("m-1", "c-3", NOON.plusSeconds(1));
        var other = link("m-2", "c-3", NOON);

        // When
        var kept = Link.oneOfEach(List.of(again, first, other, first));

        // Then
        assertThat(kept).containsExactly(first, other);
        assertThat(Link.oneOfEach(List.of(first, other, again))).containsExactly(first, other);
    }

    private static Link link(String id, String into, Instant receivedAt) {
        return new Link("acme", "crm", id, "c-1", into, NOON, receivedAt);
    }
}
