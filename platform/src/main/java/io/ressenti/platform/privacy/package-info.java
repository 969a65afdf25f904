/** What remains of people who asked to be forgotten. */
package io.ressenti.platform.privacy;
