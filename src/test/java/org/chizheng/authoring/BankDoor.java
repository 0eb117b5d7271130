package org.chizheng.authoring;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.chizheng.Entrance;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A member of the bank's staff at the public doors, with the token that forms carry. */
final class BankDoor {
    private static final String PASSWORD = "a long word for tests";
    final String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    /** As what it did is signed. */
    final String principal = "account:" + name;

    private final Map<String, String> cookies;
    private final String token;

    BankDoor(Accounting accounting, String... roles) {
        UUID account = accounting.open(name, PASSWORD, "测试", "Test", null);
        for (String role : roles) {
            accounting.grant(account, new Grant(role, null, null, null));
        }
        Map<String, String> signedIn = new java.util.HashMap<>(given().redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", PASSWORD)
                .post("/j_security_check")
                .cookies());
        Response page = given().cookies(signedIn).get("/bank");
        signedIn.putAll(page.cookies());
        cookies = signedIn;
        token = Entrance.token(page);
    }

    private RequestSpecification request() {
        return given().redirects().follow(false).cookies(cookies).header("X-CSRF-TOKEN", token);
    }

    String page(String address) {
        return get(address).asString();
    }

    Response get(String address) {
        return request().get(address);
    }

    Response post(String address, String... fields) {
        RequestSpecification request = request().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(address);
    }

    /** Posts the page on which items are written. */
    Response write(String address, Written written) {
        RequestSpecification request = request();
        for (Map.Entry<String, String> field : written.fields()) {
            request.multiPart(new MultiPartSpecBuilder(field.getValue())
                    .controlName(field.getKey())
                    .charset(StandardCharsets.UTF_8)
                    .build());
        }
        if (written.upload() != null) {
            request.multiPart("upload", "figure", written.upload(), "application/octet-stream");
        }
        return request.post(address);
    }

    /** What is typed; a field may stand there more than once. */
    record Written(List<Map.Entry<String, String>> fields, byte[] upload) {
        static Written single(String stem, int version) {
            return new Written(
                    List.of(
                            Map.entry("act", "save"),
                            Map.entry("version", String.valueOf(version)),
                            Map.entry("type", "SINGLE"),
                            Map.entry("chapter", "01"),
                            Map.entry("difficulty", "2"),
                            Map.entry("stem", stem),
                            Map.entry("option", "立即停机"),
                            Map.entry("option", "继续作业"),
                            Map.entry("option", ""),
                            Map.entry("option", "减速作业"),
                            Map.entry("right", "0"),
                            Map.entry("explanation", "失灵时停机"),
                            Map.entry("source", "《测试》（2026）第二条"),
                            Map.entry("figureAlt", ""),
                            Map.entry("level", "PROVINCIAL")),
                    null);
        }

        Written with(String name, String value) {
            List<Map.Entry<String, String>> others = new java.util.ArrayList<>(fields);
            others.removeIf(field -> field.getKey().equals(name));
            others.add(Map.entry(name, value));
            return new Written(others, upload);
        }

        Written with(byte[] file) {
            return new Written(fields, file);
        }
    }
}
