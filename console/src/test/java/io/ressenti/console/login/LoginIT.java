package io.ressenti.console.login;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged console. */
@QuarkusIntegrationTest
class LoginIT extends LoginTest {}
