package io.ressenti.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Cli;
import io.ressenti.e2e.system.Json;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import io.ressenti.e2e.truth.Twins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a till sends after three days without a line counts as if it had been sent as it happened. */
@ExtendWith(RessentiExtension.class)
class OfflineE2E {

    private static final int RECEIPTS = 150;
    private static final int CUSTOMERS = 10;
    private static final Instant FIRST_DAY = Instant.parse("2026-01-15T08:00:00Z");
    private static final DateTimeFormatter TILL_CLOCK =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Paris"));

    /** When it came is the one thing that may differ, and when somebody looked. */
    private static final Set<String> NOT_COMPARED = Set.of("receivedAt", "asOf");

    @TempDir
    private Path directory;

    /** One thing that happened at the till. */
    private record Receipt(int number, Instant at, String customer, double queueMinutes, boolean failed) {

        Map<String, Object> event() {
            return Map.of(
                    "id",
                    "receipt-" + number,
                    "source",
                    "till-3",
                    "occurredAt",
                    at.toString(),
                    "customer",
                    customer,
                    "journeyId",
                    visit(),
                    "touchpoint",
                    "till",
                    "channel",
                    "STORE",
                    "outcome",
                    failed ? "FAILURE" : "SUCCESS",
                    "measures",
                    Map.of("queueMinutes", queueMinutes));
        }

        String row() {
            return String.join(
                    ";",
                    String.valueOf(number),
                    TILL_CLOCK.format(at),
                    customer,
                    visit(),
                    String.valueOf(queueMinutes).replace('.', ','),
                    failed ? "ko" : "ok");
        }

        private String visit() {
            return "visit-" + customer + "-" + at.toString().substring(0, 10);
        }
    }

    @Test
    void threeDaysLateIsAsGoodAsOnTime(RunningRessenti ressenti) throws IOException {
        // Given what happened in three days, sent one by one as it happened
        var receipts = receipts();
        var online = brandWithTill(ressenti, "offline-online");
        var late = brandWithTill(ressenti, "offline-late");
        receipts.forEach(receipt -> assertThat(online.caller()
                        .post("/api/v1/touchpoints", receipt.event())
                        .status())
                .isEqualTo(202));

        // When another brand's till uploads the same, later and in no order
        Cli.importTouchpoints(
                late,
                ressenti.url(),
                tillFile(receipts),
                "--delimiter=;",
                "--source=till-3",
                "--map=id=receipt-{receipt}",
                "--map=occurredAt={column: time, format: 'dd/MM/yyyy HH:mm:ss', zone: Europe/Paris}",
                "--map=customer={card}",
                "--map=journeyId={visit}",
                "--map=touchpoint=till",
                "--map=channel=STORE",
                "--map=outcome={column: result, values: {ok: SUCCESS, ko: FAILURE}}",
                "--map=measures.queueMinutes={column: queue, decimal: ','}");

        // Then
        online.awaitEverythingProcessed();
        late.awaitEverythingProcessed();
        for (var query : List.of("by=touchpoint", "by=touchpoint,channel&bucket=hour")) {
            assertSameScores("experience", query, online, late);
            assertSameScores("dissatisfied-share", query, online, late);
        }
        receipts.stream().map(Receipt::customer).distinct().forEach(customer -> {
            assertSameAnswer("/api/v1/customers/" + customer + "/score", online, late);
            assertSameAnswer("/api/v1/customers/" + customer + "/journey", online, late);
        });
        receipts.stream()
                .map(Receipt::visit)
                .distinct()
                .forEach(visit -> assertSameAnswer("/api/v1/journeys/" + visit, online, late));
    }

    private static void assertSameScores(String metric, String query, Brand online, Brand late) {
        var expected = rowsOf(metric, query, online);
        var actual = rowsOf(metric, query, late);
        assertThat(actual).as(metric).hasSameSizeAs(expected).isNotEmpty();
        for (int i = 0; i < expected.size(); i++) {
            Twins.assertAlike(metric + " " + query, actual.get(i), expected.get(i), NOT_COMPARED);
        }
    }

    private static List<JsonNode> rowsOf(String metric, String query, Brand brand) {
        return brand.scores(metric, query).stream()
                .filter(row -> row.get("touchpoint").asText().equals("till"))
                .toList();
    }

    /** Timelines are kept by a consumer of their own, that may be a moment behind. */
    private static void assertSameAnswer(String path, Brand online, Brand late) {
        await(path).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var expected = online.caller().get(path);
            var actual = late.caller().get(path);
            assertThat(expected.status()).as(expected.body()).isEqualTo(200);
            assertThat(actual.status()).as(actual.body()).isEqualTo(200);
            Twins.assertAlike(path, actual.json(), expected.json(), NOT_COMPARED);
        });
    }

    private static List<Receipt> receipts() {
        var random = new Random(3);
        return IntStream.range(0, RECEIPTS)
                .mapToObj(i -> new Receipt(
                        i,
                        FIRST_DAY.plus(Duration.ofMinutes(28L * i)),
                        "card-" + i % CUSTOMERS,
                        random.nextInt(180) / 10.0,
                        random.nextInt(12) == 0))
                .toList();
    }

    private Path tillFile(List<Receipt> receipts) throws IOException {
        var inAnyOrder = new ArrayList<>(receipts);
        Collections.shuffle(inAnyOrder, new Random(4));
        return Files.writeString(
                directory.resolve("till-3.csv"),
                inAnyOrder.stream()
                        .map(Receipt::row)
                        .collect(Collectors.joining("\n", "receipt;time;card;visit;queue;result\n", "\n")));
    }

    private static Brand brandWithTill(RunningRessenti ressenti, String name) {
        var brand = ressenti.brand(name);
        put(brand, "channels/STORE", "{\"code\":\"STORE\",\"names\":{\"en\":\"Store\"},\"online\":false}");
        put(brand, "touchpoints/till", """
                {"code":"till","stage":"PURCHASE","names":{"en":"Till"},"channels":["STORE"],"owner":"BRAND",
                 "promises":[{"measure":"queueMinutes","limit":5,"tolerance":10}]}""");
        return brand;
    }

    private static void put(Brand brand, String path, String body) {
        var reply = brand.caller().put("/api/v1/catalogue/" + path, Json.read(body));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }
}
