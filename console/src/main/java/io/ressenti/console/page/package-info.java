/** What all pages share: who looks at them and in which language, the words, and the pages for when things go wrong. */
package io.ressenti.console.page;
