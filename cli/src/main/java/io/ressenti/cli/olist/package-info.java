/**
 * The Brazilian E-Commerce Public Dataset by Olist as journeys: what its rows mean, and which events they become.
 */
package io.ressenti.cli.olist;
