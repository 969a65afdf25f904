package io.ressenti.notification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.openapi.OpenApiContract;
import java.net.URI;

/** The API's document is right and complete. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class OpenApiTest implements OpenApiContract {

    @TestHTTPResource
    URI service;

    @Override
    public URI service() {
        return service;
    }
}
