/** Who a lead is: the signed token that the browser keeps as a cookie and that the services believe. */
package io.ressenti.console.session;
