package io.ressenti.scoring.csv;

/** An answer that is also a table: the same rows as its JSON. */
public interface Tabular {

    /** The table. */
    CsvTable table();
}
