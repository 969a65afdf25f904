package io.ressenti.touchpoint.catalogue;

import io.ressenti.touchpoint.ServiceTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.util.Set;

import static io.restassured.RestAssured.given;

/** What tests of the document share. Each test has a brand of its own, so that it knows the whole catalogue. */
abstract class DocumentTest extends ServiceTest {

    static final String CATALOGUE = "/api/v1/catalogue";

    private static final String YAML = "application/yaml";

    static final String SHOP = """
            channels:
              - code: WEB
                names: {en: Website}
                online: true
              - code: COURIER
                online: false
            partners:
              - {code: seller-9, name: Seller 9, accountableBrand: Seller Nine Ltda, email: care@seller.example}
            touchpoints:
              - code: order-delivered
                stage: ACCESS
                names: {en: Delivery, fr: Livraison}
                channels: [COURIER]
                owner: PARTNER
                partner: seller-9
                promises:
                  - {measure: delayHours, limit: 0, tolerance: 72, unit: h, told: {en: "Delivered on the day we name."}}
              - code: page-viewed
                stage: DISCOVERY
                names: {en: Page viewed}
                channels: [WEB]
                promises:
                  - {measure: CLS, limit: 0.1, tolerance: 0.15}
            """;

    final String brand = unique("brand");

    /** A request of {@link #brand} that carries YAML. */
    RequestSpecification admin() {
        return adminOf(brand);
    }

    static RequestSpecification adminOf(String brand) {
        var token = Jwt.issuer("ressenti")
                .upn("nina")
                .groups(Set.of("admin", "application"))
                .claim("brand", brand)
                .sign();
        return given().config(yamlIsText())
                .header("Authorization", "Bearer " + token)
                .contentType(YAML);
    }

    String exported() {
        return admin().accept(YAML)
                .get(CATALOGUE)
                .then()
                .statusCode(200)
                .contentType(YAML)
                .extract()
                .asString();
    }

    private static RestAssuredConfig yamlIsText() {
        var encoder = EncoderConfig.encoderConfig()
                .encodeContentTypeAs(YAML, ContentType.TEXT)
                .defaultContentCharset("UTF-8")
                .appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return RestAssured.config().encoderConfig(encoder);
    }
}
