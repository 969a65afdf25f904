/** Customers who are erased: nothing that they said stays here. */
package io.ressenti.feedback.erasure;
