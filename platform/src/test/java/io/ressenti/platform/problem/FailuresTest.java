package io.ressenti.platform.problem;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true, true", // connection failure
        "53300, true, true", // too many connections
        "57P01, true, true", // admin shutdown
        "40P01, false, true", // deadlock
        "40001, false, true", // serialization failure
        "23505, false, false", // unique violation
        "22001, false, false", // value too long
    })
    void sqlStateTellsWhetherItPasses(String sqlState, boolean unavailable, boolean passing) {
        // Given
        var failure = new IllegalStateException(new PgException("message", "ERROR", sqlState, "detail"));

        // Then
        assertThat(Failures.isUnavailable(failure)).isEqualTo(unavailable);
        assertThat(Failures.isTransient(failure)).isEqualTo(passing);
    }

    @Test
    void networkAndKafkaFailuresPass() {
        assertThat(Failures.isUnavailable(new RuntimeException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Failures.isUnavailable(new NotEnoughReplicasException("isr")))
                .isTrue();
        assertThat(Failures.isUnavailable(new TimeoutException())).isTrue();
    }

    @Test
    void aBugDoesNotPass() {
        assertThat(Failures.isTransient(new NullPointerException())).isFalse();
    }

    @Test
    void takenUniqueKeyIsRecognised() {
        assertThat(Failures.isUniqueViolation(new PgException("message", "ERROR", "23505", "detail")))
                .isTrue();
        assertThat(Failures.isUniqueViolation(new PgException("message", "ERROR", "23502", "detail")))
                .isFalse();
    }
}
