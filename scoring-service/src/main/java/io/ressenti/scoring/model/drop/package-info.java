/** When a touchpoint, one of its channels or one of its partners lets customers down more often than it used to: plain Java. */
package io.ressenti.scoring.model.drop;
