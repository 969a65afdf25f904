/** Who a customer is: identifiers that belong to one person, and customers who are erased. */
package io.ressenti.touchpoint.customers;
