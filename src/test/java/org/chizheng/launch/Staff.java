package org.chizheng.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.Entrance;

import io.restassured.response.Response;

/** Those who sign in by an account. */
final class Staff {
    private Staff() {}

    static Response signIn(String name, String secret) {
        return given().redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", secret)
                .post("/j_security_check");
    }

    /** The demo's administrator sets it on the page of accounts. */
    static void setPassword(String name, String secret) {
        Map<String, String> admin = signIn("admin", "chizheng-demo").cookies();
        Response page = given().cookies(admin).get("/accounts?q=" + name);
        String token = Entrance.token(page);
        Matcher form = Pattern.compile("/accounts/[0-9a-f-]{36}/password").matcher(page.asString());
        assertThat(form.find()).isTrue();
        given().redirects()
                .follow(false)
                .cookies(admin)
                .cookies(page.cookies())
                .formParams(Map.of("csrf-token", token, "username", name, "password", secret))
                .post(form.group())
                .then()
                .statusCode(303);
    }
}
