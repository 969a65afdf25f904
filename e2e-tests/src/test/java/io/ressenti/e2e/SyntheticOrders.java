package io.ressenti.e2e;

import java.nio.file.Path;

/** The made-up orders that always are there. */
final class SyntheticOrders {

    static final Path DIRECTORY = Path.of("src/test/resources/synthetic-olist");

    private SyntheticOrders() {}
}
