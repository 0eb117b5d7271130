package org.chizheng.practice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.Entrance;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;

import io.restassured.response.Response;

/** A candidate who practises by the pages alone: signs in, reads, presses buttons. Redirects are not followed. */
final class Learner {
    private static final String PASSWORD = "a long word for tests";
    private static final Pattern OPTION =
            Pattern.compile("name=\"choice\" value=\"(\\d)\"( checked)?>.*?</span><span>(.*?)</span></label>");
    private static final Pattern STEM = Pattern.compile("class=\"stem\">(.*?)<");
    private static final Pattern PLACE = Pattern.compile("name=\"place\" value=\"(\\d+)\"");
    private final UUID person;
    private final String username;
    private Map<String, String> cookies;
    private String token;

    private Learner(UUID person, String username) {
        this.person = person;
        this.username = username;
    }

    static Learner of(UUID person, Accounting accounting) {
        String username = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
        UUID account = accounting.open(username, PASSWORD, "测试学员", "Test learner", person);
        accounting.grant(account, new Grant(Roles.CANDIDATE, null, null, null));
        Learner learner = new Learner(person, username);
        learner.signIn();
        return learner;
    }

    /** The same candidate at another device. */
    Learner elsewhere() {
        Learner other = new Learner(person, username);
        other.signIn();
        return other;
    }

    private void signIn() {
        Response signedIn = given().redirects()
                .follow(false)
                .formParam("j_username", username)
                .formParam("j_password", PASSWORD)
                .post("/j_security_check");
        assertThat(signedIn.cookies()).containsKey("chizheng-session");
        cookies = new HashMap<>(signedIn.cookies());
        Response page = get("/desk");
        cookies.putAll(page.cookies());
        token = Entrance.token(page);
    }

    UUID person() {
        return person;
    }

    Response get(String path) {
        return given().redirects().follow(false).cookies(cookies).get(path);
    }

    String page(String path) {
        Response page = get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.asString()).as(path).doesNotContain("??");
        return page.asString();
    }

    Response post(String path, Map<String, ?> fields) {
        return given().redirects()
                .follow(false)
                .cookies(cookies)
                .formParam("csrf-token", token)
                .formParams(fields)
                .post(path);
    }

    /** Presses a button that leads somewhere. @return the path it leads to */
    String press(String path, Map<String, ?> fields) {
        Response answer = post(path, fields);
        assertThat(answer.statusCode()).as(path).isEqualTo(303);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** A question as it is read off its page. */
    record Question(int place, String stem, List<String> ids, List<String> texts, List<String> checked) {
        static Question of(String page) {
            List<String> ids = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            List<String> checked = new ArrayList<>();
            Matcher options = OPTION.matcher(page);
            while (options.find()) {
                ids.add(options.group(1));
                texts.add(options.group(3));
                if (options.group(2) != null) {
                    checked.add(options.group(1));
                }
            }
            assertThat(ids).as("options of the question").isNotEmpty();
            return new Question(Integer.parseInt(first(PLACE, page)), first(STEM, page), ids, texts, checked);
        }

        private static String first(Pattern pattern, String page) {
            Matcher found = pattern.matcher(page);
            assertThat(found.find()).as(pattern.pattern()).isTrue();
            return found.group(1);
        }

        /** The places of the options with those texts. */
        List<String> idsOf(List<String> wanted) {
            return wanted.stream().map(text -> ids.get(texts.indexOf(text))).toList();
        }

        Map<String, Object> choosing(List<String> chosen) {
            return Map.of("place", place, "choice", chosen);
        }
    }
}
