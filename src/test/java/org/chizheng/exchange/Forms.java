package org.chizheng.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;

import org.chizheng.Entrance;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;

/** Somebody signed in with the form token that a page would carry, who sends files as browsers do: names in UTF-8, and the length said beforehand. */
public final class Forms {
    private static final String BOUNDARY = "----chizheng-test";

    private Forms() {}

    public static RequestSpecification of(RequestSpecification door) {
        Response page = given(door).get("/desk");
        String token = Entrance.token(page);
        return new RequestSpecBuilder()
                .addRequestSpecification(door)
                .addCookies(page.cookies())
                .addHeader("X-CSRF-TOKEN", token)
                .build();
    }

    /** What came back; redirects are not followed. location: a path of the site, null without one. */
    public record Sent(int status, String location, String body) {}

    public static Sent send(RequestSpecification door, String path, String format, String name, byte[] file)
            throws IOException {
        return send(door, path, HttpRequest.BodyPublishers.ofByteArray(body(format, name, file)));
    }

    /** In chunks, the length never said. */
    static Sent sendInChunks(RequestSpecification door, String path, String format, String name, byte[] file)
            throws IOException {
        byte[] body = body(format, name, file);
        return send(door, path, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private static byte[] body(String format, String name, byte[] file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"format\"", format.getBytes(UTF_8));
        part(body, "name=\"file\"; filename=\"" + name + "\"", file);
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    private static Sent send(RequestSpecification door, String path, HttpRequest.BodyPublisher body)
            throws IOException {
        FilterableRequestSpecification known = (FilterableRequestSpecification) given(door);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("X-CSRF-TOKEN", known.getHeaders().getValue("X-CSRF-TOKEN"))
                .header(
                        "Cookie",
                        known.getCookies().asList().stream()
                                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .POST(body)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            String location = answer.headers()
                    .firstValue("Location")
                    .map(address -> address.replaceAll("^https?://[^/]+", ""))
                    .orElse(null);
            return new Sent(answer.statusCode(), location, answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) throws IOException {
        body.write(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(UTF_8));
    }
}
