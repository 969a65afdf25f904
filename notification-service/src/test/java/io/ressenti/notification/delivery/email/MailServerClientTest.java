package io.ressenti.notification.delivery.email;

import io.quarkus.runtime.configuration.DurationConverter;
import io.ressenti.notification.delivery.DeliveryConfig;
import io.ressenti.notification.receiver.SmtpConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailServerClientTest {

    @Test
    void anAttemptMustNotOutlastTheReservationOfItsQueue() {
        // When
        var start = starting(Map.of("ressenti.smtp.timeout", "30s", "ressenti.notification.delivery.lease", "30s"));

        // Then
        assertThatThrownBy(start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ressenti.smtp.timeout");
    }

    @Test
    void aPasswordIsNotGivenToWhoeverHidesThatTheServerSecuresConnections() {
        // When
        var start = starting(Map.of("ressenti.smtp.user", "ressenti", "ressenti.smtp.starttls", "optional"));

        // Then
        assertThatThrownBy(start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ressenti.smtp.starttls=optional");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ressenti", "alerts@", "Ressenti alerts@example.com"})
    void aSenderThatIsNoAddressShowsAtTheStart(String sender) {
        // When
        var start = starting(Map.of("ressenti.smtp.from", sender));

        // Then
        assertThatThrownBy(start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ressenti.smtp.from is no sender");
    }

    private static ThrowingCallable starting(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder()
                .withMapping(SmtpConfig.class)
                .withMapping(DeliveryConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter());
        values.forEach(builder::withDefaultValue);
        var config = builder.build();
        var smtp = config.getConfigMapping(SmtpConfig.class);
        var deliveries = config.getConfigMapping(DeliveryConfig.class);
        return () -> new MailServerClient(null, null, smtp, deliveries, null, null);
    }
}
