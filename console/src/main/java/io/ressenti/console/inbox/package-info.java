/** The inbox: who has been let down, most urgent first, arriving live; and what a lead does about it. */
package io.ressenti.console.inbox;
