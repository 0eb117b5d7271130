package org.chizheng;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Gets tests in by the public doors: staff by an account of one role, candidates by their ticket. */
public final class Entrance {
    private static final String PASSWORD = "a long word for tests";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]*)\"");

    private Entrance() {}

    /** A fresh account with the one role for the whole installation, signed in. Redirects are not followed. */
    public static RequestSpecification as(String role, Accounting accounting) {
        return as(new Grant(role, null, null, null), null, accounting);
    }

    /** A fresh account with one role within a region. */
    public static RequestSpecification within(String region, String role, Accounting accounting) {
        return as(new Grant(role, region, null, null), null, accounting);
    }

    /** @param person whom the account stands for, or null */
    public static RequestSpecification as(Grant grant, UUID person, Accounting accounting) {
        String name = newUsername();
        accounting.grant(accounting.open(name, PASSWORD, "测试" + grant.role(), "Test " + grant.role(), person), grant);
        Response signedIn = signIn("/j_security_check", name, PASSWORD);
        return new RequestSpecBuilder().addCookies(signedIn.cookies()).build();
    }

    /** Fit for the rule of user names, and used once. */
    static String newUsername() {
        return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    }

    /** The candidate of the ticket with the form token that a page would carry. */
    public static RequestSpecification candidate(String ticket, String idNumber) {
        Response signedIn = signIn("/exam/j_security_check", ticket, idNumber);
        Response page = given().cookies(signedIn.cookies()).get("/exam");
        String token = token(page);
        return new RequestSpecBuilder()
                .addCookies(signedIn.cookies())
                .addCookies(page.cookies())
                .addHeader("X-CSRF-TOKEN", token)
                .setContentType(ContentType.JSON)
                .build();
    }

    /** What a page carries for its forms. Read as text: a path through the page's tree is compiled anew each time that it is asked. */
    public static String token(Response page) {
        Matcher token = TOKEN.matcher(page.asString());
        assertThat(token.find()).as("a form token on the page").isTrue();
        return token.group(1);
    }

    private static Response signIn(String door, String name, String password) {
        Response signedIn = given().redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", password)
                .post(door);
        assertThat(signedIn.cookies()).containsKey("chizheng-session");
        return signedIn;
    }

    /** Sends a form as its page would, with the token that the page carries. Redirects are not followed. */
    public static Response post(RequestSpecification door, String page, String action, String... fields) {
        Response shown = given(door).get(page);
        String token = token(shown);
        RequestSpecification form = given(door)
                .cookies(shown.cookies())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParam("csrf-token", token);
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form.post(action);
    }
}
