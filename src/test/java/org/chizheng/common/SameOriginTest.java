package org.chizheng.common;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.chizheng.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SameOriginTest {
    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void whatAnotherSiteSendsIsRefusedAndWhatItLinksToIsNot(String site) {
        given().header("Sec-Fetch-Site", site).post("/j_security_check").then().statusCode(403);
        given().header("Sec-Fetch-Site", site).delete("/api/verify/x").then().statusCode(403);
        given().header("Sec-Fetch-Site", site).get("/").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void whatOurOwnPagesSendIsNotRefusedForThat(String site) {
        given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", site)
                .formParam("j_username", "nobody")
                .formParam("j_password", "x")
                .post("/j_security_check")
                .then()
                .statusCode(is(302));
    }

    @Test
    void aProgramThatTellsNothingOfItselfIsJudgedByTheRest() {
        given().post("/sign-out").then().statusCode(not(200));
    }
}
