package io.ressenti.notification.delivery.email;

import io.quarkus.runtime.configuration.DurationConverter;
import io.ressenti.notification.delivery.DeliveryConfig;
import io.ressenti.notification.receiver.SmtpConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailServerClientTest {

    @Test
    void anAttemptMustNotOutlastTheReservationOfItsQueue() {
        // Given
        var config = new SmallRyeConfigBuilder()
                .withMapping(SmtpConfig.class)
                .withMapping(DeliveryConfig.class)
                .withDefaultValue("ressenti.smtp.timeout", "30s")
                .withDefaultValue("ressenti.notification.delivery.lease", "30s")
                .withConverter(Duration.class, 100, new DurationConverter())
                .build();
        var smtp = config.getConfigMapping(SmtpConfig.class);
        var deliveries = config.getConfigMapping(DeliveryConfig.class);

        // Then
        assertThatThrownBy(() -> new MailServerClient(null, null, smtp, deliveries, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ressenti.smtp.timeout");
    }
}
