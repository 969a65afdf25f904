package io.ressenti.notification.rule;

import io.ressenti.notification.alert.model.AlertKey;
import io.ressenti.notification.testing.Dissatisfaction;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RulesTest {

    @Test
    void aSignalIsAboutTheJourney() {
        var finding = Rules.find(Dissatisfaction.signal("acme", "c-42", "o-17", 12));

        assertThat(finding.key()).isEqualTo(new AlertKey("acme", "dissatisfied-signal", "c-42", "o-17"));
        assertThat(finding.evidence().value()).isEqualTo(12);
    }

    @Test
    void aSignalWithoutAJourneyIsAboutTheCustomer() {
        assertThat(Rules.find(Dissatisfaction.signal("acme", "c-42", "", 12)).key())
                .isEqualTo(Rules.find(Dissatisfaction.signal("acme", "c-42", null, 12))
                        .key())
                .isEqualTo(new AlertKey("acme", "dissatisfied-signal", "c-42", null));
    }

    @Test
    void aScoreIsAboutTheCustomerWhateverTheJourney() {
        var finding = Rules.find(Dissatisfaction.atRisk("acme", "c-42", 38.5));

        assertThat(finding.key()).isEqualTo(new AlertKey("acme", "customer-at-risk", "c-42", null));
        assertThat(finding.evidence().value()).isEqualTo(38.5);
        assertThat(finding.evidence().occurredAt()).isEqualTo(Instant.parse("2018-01-18T22:56:59Z"));
    }
}
