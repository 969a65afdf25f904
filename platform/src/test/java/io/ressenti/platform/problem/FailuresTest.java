package io.ressenti.platform.problem;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true, true", // connection failure
        "53300, true, true", // too many connections
        "57P01, true, true", // admin shutdown
        "25006, true, true", // read-only after a failover
        "28P01, true, true", // password rotated
        "40P01, false, true", // deadlock
        "0A000, false, true", // cached plan must not change result type
        "42P01, false, true", // table not there yet, or any more
        "54000, false, false", // index row too large
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pool closed",
                "Timeout",
                "Transaction already completed",
                "Pending requests failed to be sent due to connection has been closed."
            })
    void whatVertxSaysOfItsClientsPasses(String message) {
        assertThat(Failures.isTransient(new NoStackTraceThrowable(message))).isTrue();
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
