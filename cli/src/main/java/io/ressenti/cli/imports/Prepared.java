package io.ressenti.cli.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An item of the file, ready for what is to be done with it. */
sealed interface Prepared {

    /** To be sent. */
    record Ready(long line, ObjectNode event) implements Prepared {}

    /** Not to be sent: it could not be read. */
    record Refused(RejectedItem item) implements Prepared {}

    /** Not to be sent: the mapping leaves it out. */
    record LeftOut() implements Prepared {}
}
