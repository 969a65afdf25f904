/** Languages, numbers and times as people write them. Plain Java, no framework. */
package io.ressenti.console.text;
