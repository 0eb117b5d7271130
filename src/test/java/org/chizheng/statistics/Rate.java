package org.chizheng.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;

import org.chizheng.PostgresResource;

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
        awaitLaw();
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

    /** A change of facts counts at once, one of the law when everything has been counted again. */
    private static void awaitLaw() {
        try (Connection owner = PostgresResource.owner();
                PreparedStatement waits = owner.prepareStatement(
                        "SELECT 1 FROM figure_pending WHERE num_nonnulls(person_id, post_id, enterprise_id) = 0")) {
            for (int i = 0; i < 1000 && waits.executeQuery().next(); i++) {
                LockSupport.parkNanos(20_000_000);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** "covered of required". */
    @Override
    public String toString() {
        return numerator + " of " + denominator;
    }
}
