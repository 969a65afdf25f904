package io.ressenti.cli.olist;

import io.ressenti.cli.client.AnswerGiven;
import io.ressenti.cli.client.ClientEvent;
import io.ressenti.cli.client.FeedbackEvent;
import io.ressenti.cli.client.TouchpointEvent;
import io.ressenti.contracts.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OlistJourneysTest {

    @TempDir
    private Path directory;

    @Test
    void turnsALateOrderIntoExactlyTheseEventsInTheirOrder() throws IOException {
        // Given an order approved after 30 h, handed over 6 h late, delivered 36 h late, with two items and a review
        var journeys = journeys(
                "o1,c1,delivered,2018-01-01 10:00:00,2018-01-02 16:00:00,2018-01-05 06:00:00,2018-01-11 12:00:00,2018-01-10 00:00:00\n",
                """
                o1,2,p2,s2,2018-01-05 00:00:00,1,1
                o1,1,p1,s1,2018-01-06 00:00:00,1,1
                """,
                "r1,o1,2,Ruim ,\"Disse \"\"amanhã\"\",\nnada.\",2018-01-12 00:00:00,2018-01-12 09:30:00\n");

        // Then
        assertThat(journeys.events())
                .containsExactly(
                        touchpoint("order-placed", "2018-01-01T10:00:00Z", "WEB", null, Outcome.SUCCESS, Map.of()),
                        touchpoint(
                                "payment-approved",
                                "2018-01-02T16:00:00Z",
                                "WEB",
                                null,
                                Outcome.SUCCESS,
                                Map.of("approvalHours", 30.0)),
                        touchpoint(
                                "order-shipped",
                                "2018-01-05T06:00:00Z",
                                "CARRIER",
                                "s1",
                                Outcome.SUCCESS,
                                Map.of("lateHandoverHours", 6.0)),
                        touchpoint("order-overdue", "2018-01-11T00:00:00Z", "CARRIER", "s1", Outcome.FAILURE, Map.of()),
                        touchpoint(
                                "order-delivered",
                                "2018-01-11T12:00:00Z",
                                "CARRIER",
                                "s1",
                                Outcome.SUCCESS,
                                Map.of("delayHours", 36.0)),
                        new FeedbackEvent(
                                "r1:o1",
                                "olist",
                                Instant.parse("2018-01-12T09:30:00Z"),
                                "u1",
                                "o1",
                                "order-review",
                                "EMAIL",
                                "s1",
                                List.of(AnswerGiven.csat(2, 5)),
                                "Ruim\nDisse \"amanhã\",\nnada.",
                                "pt"));
        assertThat(journeys.leftOut()).isEmpty();
    }

    @Test
    void countsNothingAsLateThatWasEarly() throws IOException {
        // Given an order that was handed over and delivered before its dates
        var journeys = journeys(
                "o1,c1,delivered,2018-01-01 10:00:00,2018-01-01 10:00:18,2018-01-02 06:00:00,2018-01-05 12:00:00,2018-01-10 00:00:00\n",
                "o1,1,p1,s1,2018-01-06 00:00:00,1,1\n",
                "");

        // Then
        assertThat(measures(journeys))
                .containsExactly(
                        Map.of(),
                        Map.of("approvalHours", 0.005),
                        Map.of("lateHandoverHours", 0.0),
                        Map.of("delayHours", 0.0));
    }

    @Test
    void isOverdueOneSecondAfterTheGraceDayButNotAtItsEnd() throws IOException {
        // Given
        var onTheEdge = journeys(order("2018-01-11 00:00:00"), "", "");
        var beyond = journeys(order("2018-01-11 00:00:01"), "", "");

        // Then
        assertThat(touchpoints(onTheEdge)).containsExactly("order-placed", "order-delivered");
        assertThat(touchpoints(beyond)).containsExactly("order-placed", "order-overdue", "order-delivered");
    }

    @Test
    void isOverdueWithoutAPartnerWhereTheOrderNeverCameAndHasNoItems() throws IOException {
        // Given a cancelled order
        var journeys = journeys("o1,c1,canceled,2018-01-01 10:00:00,,,,2018-01-10 00:00:00\n", "", "");

        // Then
        assertThat(journeys.events().getLast())
                .isEqualTo(touchpoint(
                        "order-overdue", "2018-01-11T00:00:00Z", "CARRIER", null, Outcome.FAILURE, Map.of()));
        assertThat(journeys.leftOut())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "payment-approved without order_approved_at", 1,
                        "order-shipped without order_delivered_carrier_date", 1,
                        "order-delivered without order_delivered_customer_date", 1));
    }

    @Test
    void keepsEveryReviewOfAnOrderApartAndLeavesOutWhatHasNoTimeOrNoOrder() throws IOException {
        // Given two reviews of the order, an unanswered one, and one of an order that is not there
        var journeys = journeys(order("2018-01-05 00:00:00"), "", """
                r1,o1,5,,,2018-01-06 00:00:00,2018-01-07 00:00:00
                r2,o1,1, , ,2018-01-06 00:00:00,2018-01-08 00:00:00
                r3,o1,3,,,2018-01-06 00:00:00,
                r4,o9,3,,,2018-01-06 00:00:00,2018-01-08 00:00:00
                """);

        // Then
        var reviews = journeys.events().stream()
                .filter(FeedbackEvent.class::isInstance)
                .map(FeedbackEvent.class::cast)
                .toList();
        assertThat(reviews).extracting(FeedbackEvent::id).containsExactly("r1:o1", "r2:o1");
        assertThat(reviews).extracting(FeedbackEvent::comment).containsOnlyNulls();
        assertThat(journeys.leftOut())
                .containsEntry("order-review without review_answer_timestamp", 1)
                .containsEntry("review whose order is not in the files", 1);
    }

    private OlistJourneys journeys(String orders, String items, String reviews) throws IOException {
        return OlistJourneys.of(OlistFiles.read(Csv.write(directory, orders, items, reviews)));
    }

    private static String order(String delivered) {
        return "o1,c1,delivered,2018-01-01 10:00:00,,," + delivered + ",2018-01-10 00:00:00\n";
    }

    private static List<String> touchpoints(OlistJourneys journeys) {
        return journeys.events().stream().map(ClientEvent::touchpoint).toList();
    }

    private static List<Map<String, Double>> measures(OlistJourneys journeys) {
        return journeys.events().stream()
                .map(TouchpointEvent.class::cast)
                .map(TouchpointEvent::measures)
                .toList();
    }

    private static TouchpointEvent touchpoint(
            String code, String at, String channel, String partner, Outcome outcome, Map<String, Double> measures) {
        return new TouchpointEvent(
                "o1:" + code,
                "olist",
                Instant.parse(at),
                "u1",
                "o1",
                code,
                channel,
                partner,
                outcome,
                measures,
                Map.of("state", "RJ"));
    }
}
