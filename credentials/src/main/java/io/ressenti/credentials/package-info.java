/** How keys and passwords are made, kept and checked: shared by the services, the console, and whoever hands them out. */
package io.ressenti.credentials;
