package io.ressenti.local.frontdoor;

import io.ressenti.local.setup.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/touchpoints,TOUCHPOINT",
        "/api/v1/touchpoints/batch,TOUCHPOINT",
        "/api/v1/catalogue/touchpoints/order-delivered,TOUCHPOINT",
        "/api/v1/rejected?limit=5,TOUCHPOINT",
        "/api/v1/customers/c-42/journey?from=2018-01-01T00:00:00Z,TOUCHPOINT",
        "/api/v1/customers/a%2Fb/journey,TOUCHPOINT",
        "/api/v1/customers/c-42/journeys,TOUCHPOINT",
        "/api/v1/customers/c-42/merge,TOUCHPOINT",
        "/api/v1/customers/c-42/unmerge,TOUCHPOINT",
        "/api/v1/customers/c-42,TOUCHPOINT",
        "/api/v1/journeys/o-17?limit=5,TOUCHPOINT",
        "/api/v1/journey-retention,TOUCHPOINT",
        "/api/v1/feedback,FEEDBACK",
        "/api/v1/feedback/batch,FEEDBACK",
        "/api/v1/scores/csat?by=touchpoint,SCORING",
        "/api/v1/customers/c-42/score,SCORING",
        "/api/v1/alerts/stream,NOTIFICATION",
        "/api/v1/receivers/desk,NOTIFICATION",
        "/api/v1/rules,NOTIFICATION",
        "/,CONSOLE",
        "/alerts/feed,CONSOLE",
        "/q/healthy,CONSOLE",
        "/apiary,CONSOLE",
        "/services/console/q/openapi,CONSOLE",
    })
    void everyPathHasOneService(String uri, Service service) {
        assertThat(Routes.of(uri)).isEqualTo(new Destination.To(service, uri));
    }

    @ParameterizedTest
    @CsvSource({
        "/services/touchpoint/q/openapi,TOUCHPOINT,/q/openapi",
        "/services/notification/q/openapi?format=json,NOTIFICATION,/q/openapi?format=json",
    })
    void aServiceDescribesItsOwnApi(String uri, Service service, String rewritten) {
        assertThat(Routes.of(uri)).isEqualTo(new Destination.To(service, rewritten));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/health?x=1"})
    void theFrontDoorKnowsHowAllAre(String uri) {
        assertThat(Routes.of(uri)).isEqualTo(new Destination.Health());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1",
                "/api/v1/",
                "/api/v2/alerts",
                "/api/v1/touchpointsx",
                "/api/v1/customers",
                "/api/v1/customers/c-42/x"
            })
    void whatNoServiceHasIsUnknown(String uri) {
        assertThat(Routes.of(uri)).isEqualTo(new Destination.Unknown());
    }
}
