package io.ressenti.cli.imports.input;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;

/**
 * What a file holds, read as it is asked for. Asking fails with a {@link io.ressenti.cli.client.ClientException} from where on
 * the file cannot be read.
 */
public interface Items extends Iterator<Item>, Closeable {

    /** The columns that every row has; empty where rows may differ. */
    List<String> columns();
}
