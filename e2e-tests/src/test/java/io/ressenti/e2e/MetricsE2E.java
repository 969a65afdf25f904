package io.ressenti.e2e;

import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Part;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What only a system has that has run for a while: the library looks for new meters of Kafka's client every minute. */
@ExtendWith(RessentiExtension.class)
class MetricsE2E {

    private static final String CHECKOUT = "checkout";

    private static RunningRessenti ressenti;
    private static Brand brand;

    @BeforeAll
    static void everyTopicHasARecord(RunningRessenti running) {
        ressenti = running;
        brand = running.brand("metrics");
        brand.catalogue(CHECKOUT, "PURCHASE");
        var failure = Brand.failure("m-1", "c-metrics", CHECKOUT);
        assertThat(brand.caller().post("/api/v1/touchpoints", failure).status()).isEqualTo(202);
    }

    /** What the rule asks for that tells of consumers that fall behind. */
    @ParameterizedTest
    @CsvSource({
        "TOUCHPOINT_SERVICE, cx.touchpoints.v1",
        "TOUCHPOINT_SERVICE, cx.feedback.v1",
        "SCORING_SERVICE, cx.touchpoints.v1",
        "SCORING_SERVICE, cx.feedback.v1",
        "NOTIFICATION_SERVICE, cx.dissatisfaction.v1"
    })
    void tellHowFarBehindEachConsumerIs(Part service, String topic) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(lags(service, topic)).isNotEmpty().containsOnly("0.0"));
    }

    private static List<String> lags(Part service, String topic) {
        var metrics = brand.at(ressenti.urlOf(service)).get("/q/metrics");
        assertThat(metrics.status()).as(metrics.body()).isEqualTo(200);
        return metrics.body()
                .lines()
                .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag{"))
                .filter(line -> line.contains("topic=\"" + topic + "\""))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }
}
