/**
 * The services' APIs as the console reads them. Every call carries the lead's own token, so that the services decide what the
 * lead may see; the console adds no right. Fields that are not read here are ignored.
 */
package io.ressenti.console.service;
