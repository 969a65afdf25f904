package io.ressenti.notification.alert;

import io.ressenti.notification.alert.model.Alert;
import io.ressenti.notification.alert.model.AlertAction;
import io.ressenti.notification.alert.model.Change;
import io.ressenti.notification.alert.model.Lifecycle;
import io.ressenti.platform.problem.Failures;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What people do with alerts. The alert's row is locked meanwhile, so that no action overwrites another. */
@ApplicationScoped
class AlertActions {

    private final AlertStore alerts;
    private final AlertLedger ledger;

    AlertActions(AlertStore alerts, AlertLedger ledger) {
        this.alerts = alerts;
        this.ledger = ledger;
    }

    /**
     * Applies {@code action} to the alert of {@code brand} with that id.
     *
     * @param by who acts
     * @return the alert after it; fails with a problem 404 where there is no such alert, 409 where its state forbids the action
     */
    Uni<AlertView> act(String brand, String id, AlertAction action, String by) {
        return ledger.write(connection -> alerts.lock(connection, brand, id)
                        .map(found -> found.orElseThrow(AlertActions::unknown))
                        .map(alert -> List.of(Change.byPerson(after(alert, action), action, by))))
                .map(changes -> AlertView.of(changes.getFirst().alert()))
                .onFailure(Failures::isUniqueViolation)
                .transform(failure -> replaced());
    }

    static ProblemException unknown() {
        return new ProblemException(
                Problem.notFound("There is no alert with this id. GET /api/v1/alerts lists those that are there."));
    }

    private static Alert after(Alert alert, AlertAction action) {
        return alert.after(action, Times.now()).orElseThrow(() -> forbidden(alert, action));
    }

    private static ProblemException forbidden(Alert alert, AlertAction action) {
        var possible = Lifecycle.possible(alert.state()).stream()
                .map(AlertActions::word)
                .collect(Collectors.joining(", "));
        return new ProblemException(Problem.conflict("The alert is " + alert.state() + ", which rules out "
                + word(action.kind()) + ". Possible now: " + possible + "."));
    }

    private static ProblemException replaced() {
        return new ProblemException(Problem.conflict(
                "A newer alert about the same has been opened since; there is one at a time. Work on that one."));
    }

    private static String word(AlertAction.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
