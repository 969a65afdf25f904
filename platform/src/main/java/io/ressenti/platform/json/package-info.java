/** How requests are read: strictly, so that a client hears about its mistake instead of finding it in the numbers. */
package io.ressenti.platform.json;
