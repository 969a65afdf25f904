package io.ressenti.notification.alert.model;

import io.ressenti.contracts.AlertState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which action is possible in which state, and where it leads.
 * <pre>
 * OPEN ─acknowledge→ ACKNOWLEDGED ─assign→ IN_PROGRESS ─resolve→ RESOLVED ─reopen→ OPEN
 * </pre>
 * Whoever is in a hurry may skip steps forward: an open alert can be assigned or resolved at once. A note changes no state.
 */
public final class Lifecycle {

    private Lifecycle() {}

    /** The state after an action of {@code kind}; empty where it is not possible in {@code state}. */
    public static Optional<AlertState> next(AlertState state, AlertAction.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGE ->
                switch (state) {
                    case OPEN -> Optional.of(AlertState.ACKNOWLEDGED);
                    case ACKNOWLEDGED, IN_PROGRESS, RESOLVED -> Optional.empty();
                };
            case ASSIGN ->
                switch (state) {
                    case OPEN, ACKNOWLEDGED, IN_PROGRESS -> Optional.of(AlertState.IN_PROGRESS);
                    case RESOLVED -> Optional.empty();
                };
            case NOTE -> Optional.of(state);
            case RESOLVE ->
                switch (state) {
                    case OPEN, ACKNOWLEDGED, IN_PROGRESS -> Optional.of(AlertState.RESOLVED);
                    case RESOLVED -> Optional.empty();
                };
            case REOPEN ->
                switch (state) {
                    case RESOLVED -> Optional.of(AlertState.OPEN);
                    case OPEN, ACKNOWLEDGED, IN_PROGRESS -> Optional.empty();
                };
        };
    }

    /** The kinds of action that are possible in {@code state}. */
    public static List<AlertAction.Kind> possible(AlertState state) {
        return Arrays.stream(AlertAction.Kind.values())
                .filter(kind -> next(state, kind).isPresent())
                .toList();
    }
}
