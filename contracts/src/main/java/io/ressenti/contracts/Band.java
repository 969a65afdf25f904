package io.ressenti.contracts;

/** Where a customer stands by their experienced score: at risk &lt; 40 ≤ fragile &lt; 60 ≤ content &lt; 80 ≤ ambassador. */
public enum Band {
    AT_RISK,
    FRAGILE,
    CONTENT,
    /** Also said so: at least one stated signal of 90 or more. */
    AMBASSADOR
}
