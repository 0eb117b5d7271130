package org.chizheng.exchange;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Somebody signed in with the form token that a page would carry. */
final class Forms {
    private Forms() {}

    static RequestSpecification of(RequestSpecification door) {
        Response page = given(door).get("/desk");
        String token = page.htmlPath().getString("**.find { it.@name == 'csrf-token' }.@content");
        return new RequestSpecBuilder()
                .addRequestSpecification(door)
                .addCookies(page.cookies())
                .addHeader("X-CSRF-TOKEN", token)
                .build();
    }
}
