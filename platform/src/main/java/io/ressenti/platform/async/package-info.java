/** Help for work that is woken. */
package io.ressenti.platform.async;
