package io.ressenti.e2e.truth;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.e2e.system.Brand;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares a brand's published numbers and alerts with the truth. */
public record NumbersOf(Brand brand) {

    private static final Pattern FRACTION = Pattern.compile("(?<=:)-?\\d+\\.\\d+(E-?\\d+)?");

    private static final int TOP_BOX = 4;

    /** Counts are equal; other numbers agree to this, for they are published with six decimals. */
    private static final double EXACTLY = 6e-7;

    /** CSAT in every breakdown, experience by touchpoint, and one alert for each order that went wrong. */
    public void equal(OlistTruth truth) {
        assertCsat("overall", rows("csat", "touchpoint=order-review").getFirst(), truth.csat());
        assertAll(
                "bucket", rows("csat", "touchpoint=order-review&bucket=month"), truth.csatBy(OlistTruth.Review::month));
        assertAll(
                "partner",
                rows("csat", "touchpoint=order-review&by=partner"),
                truth.csatBy(OlistTruth.Review::partner));
        assertExperience(truth.experienceByTouchpoint());
        assertAlerts(truth);
    }

    /** Every number and alert as text, to be compared with itself later. */
    public List<String> snapshot() {
        var scores = List.of("csat", "experience", "dissatisfied-share").stream()
                .flatMap(metric -> rows(metric, "by=touchpoint,partner&bucket=day").stream());
        var alerts = brand.alertsWithoutFences().stream();
        return Stream.concat(scores, alerts)
                .filter(row -> !row.path("touchpoint").asText().equals("fence"))
                .map(NumbersOf::rounded)
                .sorted()
                .toList();
    }

    /** What the same values add up to may differ in the last digits. */
    private static String rounded(JsonNode row) {
        return FRACTION.matcher(row.toString())
                .replaceAll(number -> "%.6f".formatted(Double.parseDouble(number.group())));
    }

    private List<JsonNode> rows(String metric, String query) {
        return brand.scores(metric, query);
    }

    private static void assertAll(String group, List<JsonNode> rows, Map<String, Sample> expected) {
        var byGroup = rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get(group).isNull() ? "" : row.get(group).asText(), row -> row));
        assertThat(byGroup).as("CSAT by " + group).containsOnlyKeys(expected.keySet());
        expected.forEach((key, sample) -> assertCsat(group + " " + key, byGroup.get(key), sample));
    }

    private static void assertCsat(String what, JsonNode row, Sample expected) {
        assertThat(row.get("n").asInt()).as(what + ": n").isEqualTo(expected.n());
        assertNumber(what + ": share", row.get("value"), expected.percentFrom(TOP_BOX));
        assertNumber(what + ": mean", row.get("mean"), expected.mean());
        assertNumber(what + ": low", row.get("low"), expected.wilsonLow(TOP_BOX));
        assertNumber(what + ": high", row.get("high"), expected.wilsonHigh(TOP_BOX));
    }

    private void assertExperience(Map<String, Sample> expected) {
        var rows = rows("experience", "by=touchpoint").stream()
                .filter(row -> row.get("touchpoint").asText().startsWith("order-")
                        || row.get("touchpoint").asText().startsWith("payment-"))
                .collect(Collectors.toMap(row -> row.get("touchpoint").asText(), row -> row));
        assertThat(rows).as("experience by touchpoint").containsOnlyKeys(expected.keySet());
        expected.forEach((touchpoint, sample) -> {
            var row = rows.get(touchpoint);
            assertThat(row.get("n").asInt()).as(touchpoint + ": n").isEqualTo(sample.n());
            assertNumber(touchpoint + ": mean", row.get("value"), sample.mean());
            assertBound(touchpoint + ": low", row.get("low"), Math.max(0, sample.mean() - sample.meanMargin()));
            assertBound(touchpoint + ": high", row.get("high"), Math.min(100, sample.mean() + sample.meanMargin()));
        });
    }

    private void assertAlerts(OlistTruth truth) {
        var alerts = brand.alertsWithoutFences();
        assertThat(alerts)
                .extracting(NumbersOf::ruleAndSubject)
                .as("one alert for each rule and subject")
                .doesNotHaveDuplicates();
        assertThat(alerts)
                .filteredOn(NumbersOf::isAboutSignal)
                .extracting(alert -> alert.get("journeyId").asText())
                .as("orders with an alert")
                .containsExactlyInAnyOrderElementsOf(truth.ordersWithDissatisfaction());
    }

    private static boolean isAboutSignal(JsonNode alert) {
        return alert.get("rule").asText().equals("dissatisfied-signal");
    }

    private static String ruleAndSubject(JsonNode alert) {
        return isAboutSignal(alert)
                ? "signal in " + alert.get("journeyId").asText()
                : alert.get("rule").asText() + " of " + alert.get("customer").asText();
    }

    /** Student's quantile is worked out by an approximation with seven digits. */
    private static void assertBound(String what, JsonNode actual, double expected) {
        assertThat(actual.asDouble()).as(what).isCloseTo(expected, within(1e-5));
    }

    private static void assertNumber(String what, JsonNode actual, double expected) {
        assertThat(actual.asDouble()).as(what).isCloseTo(expected, within(EXACTLY));
    }
}
