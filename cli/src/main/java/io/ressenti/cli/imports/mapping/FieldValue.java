package io.ressenti.cli.imports.mapping;

import java.math.BigDecimal;

/** What a field of an event is given. */
sealed interface FieldValue {

    record Text(String text) implements FieldValue {}

    record Number(BigDecimal number) implements FieldValue {}
}
