package io.ressenti.touchpoint.catalogue;

import io.ressenti.platform.problem.Violation;
import io.ressenti.touchpoint.catalogue.model.Promise;
import io.ressenti.touchpoint.catalogue.model.PromiseHistory;
import java.util.ArrayList;
import java.util.List;

/** What must hold for the periods of a touchpoint's promises. */
final class PromiseRules {

    private PromiseRules() {}

    /** What is wrong with {@code promises}; those that are incomplete are left to the annotations' rules. */
    static List<Violation> check(List<PromiseDefinition> promises) {
        List<Violation> violations = new ArrayList<>();
        List<Promise> sound = new ArrayList<>();
        for (int i = 0; i < promises.size(); i++) {
            if (!isComplete(promises.get(i))) {
                continue;
            }
            var promise = promises.get(i).promise();
            if (isBackwards(promise)) {
                violations.add(
                        new Violation(
                                "/promises/" + i + "/until",
                                "The end does not lie after the start: since is the first instant, until the first one after it."));
            } else if (sound.stream().anyMatch(other -> PromiseHistory.overlap(promise, other))) {
                violations.add(new Violation(
                        "/promises/" + i,
                        "Two promises about \"" + promise.measure()
                                + "\" hold at the same time. Let one end (until) where the other starts (since)."));
            } else {
                sound.add(promise);
            }
        }
        return violations;
    }

    private static boolean isBackwards(Promise promise) {
        return promise.since() != null
                && promise.until() != null
                && !promise.since().isBefore(promise.until());
    }

    private static boolean isComplete(PromiseDefinition promise) {
        return promise != null && promise.measure() != null && promise.limit() != null && promise.tolerance() != null;
    }
}
