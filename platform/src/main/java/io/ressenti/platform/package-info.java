/** What every service needs and no customer ever sees. No business word belongs here. */
package io.ressenti.platform;
