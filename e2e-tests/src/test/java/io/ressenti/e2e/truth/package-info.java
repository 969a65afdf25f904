/** The numbers computed again, straight from the files and the published formulas, with none of the system's code. */
package io.ressenti.e2e.truth;
