package io.ressenti.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.stream.StreamSupport;

/** Puts what Bean Validation found into words for the client. */
public final class Constraints {

    private Constraints() {}

    /**
     * The place, and what is wrong there.
     *
     * @param skip how many steps of the path lie above the body
     */
    public static Violation violation(ConstraintViolation<?> violation, int skip) {
        var pointer = new StringBuilder();
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(skip)
                .toList();
        for (Path.Node node : nodes) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return new Violation(pointer.toString(), violation.getMessage());
    }
}
