package io.ressenti.console.login;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoginGateTest {

    private final LoginGate gate = new LoginGate(2);

    @Test
    void nobodyPassesWhileAllPlacesAreTaken() {
        var third = gate.pass(() -> gate.pass(() -> gate.pass(() -> "in")));

        assertThat(third.orElseThrow().orElseThrow()).isEmpty();
        assertThat(gate.pass(() -> "in")).contains("in");
    }

    @Test
    void aPlaceIsFreeAgainAfterAFailure() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> gate.pass(LoginGateTest::fail)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(gate.pass(() -> "in")).contains("in");
    }

    private static String fail() {
        throw new IllegalStateException("the file is away");
    }
}
