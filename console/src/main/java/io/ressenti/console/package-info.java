/** The page on which a support lead sees who has been let down, why, and puts it right. Keeps nothing of its own. */
package io.ressenti.console;
