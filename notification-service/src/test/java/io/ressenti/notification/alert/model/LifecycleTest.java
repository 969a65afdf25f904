package io.ressenti.notification.alert.model;

import io.ressenti.contracts.AlertState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ressenti.contracts.AlertState.ACKNOWLEDGED;
import static io.ressenti.contracts.AlertState.IN_PROGRESS;
import static io.ressenti.contracts.AlertState.OPEN;
import static io.ressenti.contracts.AlertState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

class LifecycleTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN,         ACKNOWLEDGE, ACKNOWLEDGED",
        "OPEN,         ASSIGN,      IN_PROGRESS",
        "OPEN,         NOTE,        OPEN",
        "OPEN,         RESOLVE,     RESOLVED",
        "OPEN,         REOPEN,      ",
        "ACKNOWLEDGED, ACKNOWLEDGE, ",
        "ACKNOWLEDGED, ASSIGN,      IN_PROGRESS",
        "ACKNOWLEDGED, NOTE,        ACKNOWLEDGED",
        "ACKNOWLEDGED, RESOLVE,     RESOLVED",
        "ACKNOWLEDGED, REOPEN,      ",
        "IN_PROGRESS,  ACKNOWLEDGE, ",
        "IN_PROGRESS,  ASSIGN,      IN_PROGRESS",
        "IN_PROGRESS,  NOTE,        IN_PROGRESS",
        "IN_PROGRESS,  RESOLVE,     RESOLVED",
        "IN_PROGRESS,  REOPEN,      ",
        "RESOLVED,     ACKNOWLEDGE, ",
        "RESOLVED,     ASSIGN,      ",
        "RESOLVED,     NOTE,        RESOLVED",
        "RESOLVED,     RESOLVE,     ",
        "RESOLVED,     REOPEN,      OPEN"
    })
    void everyActionInEveryState(AlertState state, AlertAction.Kind kind, AlertState next) {
        assertThat(Lifecycle.next(state, kind).orElse(null)).isEqualTo(next);
    }

    @Test
    void thePossibleActionsAreNamed() {
        assertThat(Lifecycle.possible(OPEN))
                .extracting(Enum::name)
                .containsExactly("ACKNOWLEDGE", "ASSIGN", "NOTE", "RESOLVE");
        assertThat(Lifecycle.possible(ACKNOWLEDGED))
                .extracting(Enum::name)
                .containsExactly("ASSIGN", "NOTE", "RESOLVE");
        assertThat(Lifecycle.possible(IN_PROGRESS)).extracting(Enum::name).containsExactly("ASSIGN", "NOTE", "RESOLVE");
        assertThat(Lifecycle.possible(RESOLVED)).extracting(Enum::name).containsExactly("NOTE", "REOPEN");
    }
}
