/** Who customers are: identifiers that are one person's, and customers who were erased. */
package io.ressenti.scoring.identities;
