package io.ressenti.touchpoint.catalogue;

import io.ressenti.platform.problem.Violation;
import java.util.List;

/**
 * Something of the catalogue as it shall be, and as it is shown: what was shown can be edited and put back.
 *
 * @param <D> the definition's own type
 */
interface Definition<D> {

    /** What identifies it within its section; null where the path says it. */
    String code();

    /** The same under {@code code}. */
    D withCode(String code);

    /** The rules that annotations cannot express and that it breaks; pointers start at the definition. */
    default List<Violation> breaches() {
        return List.of();
    }
}
