package io.ressenti.touchpoint.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What becomes of one entry of the catalogue.
 *
 * @param before null where it was not there
 * @param after  null where it is not there any more
 */
record Change<D>(String code, D before, D after) {

    boolean isAddition() {
        return before == null;
    }

    boolean isRemoval() {
        return after == null;
    }

    /** Whether it makes any difference. */
    boolean isReal() {
        return before == null || !before.equals(after);
    }

    /**
     * What turns {@code stored} into {@code wanted}, in the order of the codes.
     *
     * @param complete whether what is not wanted is removed; otherwise it stays
     */
    static <D> List<Change<D>> between(Map<String, D> stored, Map<String, D> wanted, boolean complete) {
        var codes = new TreeSet<>(wanted.keySet());
        if (complete) {
            codes.addAll(stored.keySet());
        }
        List<Change<D>> changes = new ArrayList<>();
        for (var code : codes) {
            var change = new Change<>(code, stored.get(code), wanted.get(code));
            if (change.isReal()) {
                changes.add(change);
            }
        }
        return List.copyOf(changes);
    }
}
