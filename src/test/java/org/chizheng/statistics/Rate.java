package org.chizheng.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The total of a region as the public door tells it; percent is null where the rate is not applicable. */
record Rate(int numerator, int denominator, String percent, int grace) {

    static Rate of(String region) {
        return at(region, null, null);
    }

    static Rate of(String region, LocalDate asOf) {
        return at(region, asOf, null);
    }

    static Rate at(String region, LocalDate asOf, Instant knownAt) {
        RequestSpecification asked = given().queryParam("region", region);
        if (asOf != null) {
            asked.queryParam("asOf", asOf.toString());
        }
        if (knownAt != null) {
            asked.queryParam("knownAt", knownAt.toString());
        }
        Response answer = asked.get("/api/statistics/holder-rate");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Rate(
                answer.path("total.numerator"),
                answer.path("total.denominator"),
                answer.path("total.percent"),
                answer.path("total.grace"));
    }

    /** "covered of required". */
    @Override
    public String toString() {
        return numerator + " of " + denominator;
    }
}
