package io.ressenti.touchpoint.catalogue;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class CatalogueTemplateIT extends CatalogueTemplateTest {}
