/** What is won by compiling ahead of time. */
package io.ressenti.bench.nativeimage;
