package org.chizheng.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One browser with its own cookies. */
public final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final String base;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    private String token = "";

    public Visitor(String base) {
        this(base, PATIENCE);
    }

    /** @param patience how long an answer may take */
    public Visitor(String base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    /** An answer with what the next step needs of it. */
    public record Answer(int status, String location, byte[] bytes) {
        public String text() {
            return new String(bytes, UTF_8);
        }

        public JsonNode json() throws IOException {
            return JSON.readTree(bytes);
        }
    }

    /** Goes to a page, over redirects within the site. */
    public Answer get(String path) throws IOException {
        Answer answer = send(request(path).GET());
        Answer page = answer.status() == 303 ? follow(answer, path) : expect(answer, path, 200);
        Matcher found = TOKEN.matcher(page.text());
        token = found.find() ? found.group(1) : token;
        return page;
    }

    /** The answer whatever its status. */
    public Answer look(String path) throws IOException {
        return send(request(path).GET());
    }

    /** Opens a channel of server-sent events; it stays open until it is closed at either end. */
    public InputStream listen(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException(path + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public JsonNode post(String path, Object body) throws IOException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return expect(send(request), path, 200).json();
    }

    /** Fills in a form of a page that was seen before, and goes where it leads. */
    public Answer submit(Answer page, String action, Map<String, String> fields) throws IOException {
        String form = formOf(page.text(), action);
        Matcher hidden = HIDDEN.matcher(form);
        String body = encode(fields);
        if (hidden.find()) {
            body = encode(Map.of(hidden.group(1), token)) + (body.isEmpty() ? "" : "&" + body);
        }
        return follow(send(form(action, body)), action);
    }

    /** Sends a form of the page that was seen last, and does not look where it leads. @return where it would */
    public String press(String action, Map<String, String> fields) throws IOException {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("csrf-token", token);
        Answer answer = send(form(action, encode(all)));
        expect(answer, action, 303);
        return URI.create(base).resolve(answer.location()).getPath();
    }

    /** Fills in a form with a file. */
    public Answer upload(Answer page, String action, String field, String fileName, byte[] file) throws IOException {
        Matcher hidden = HIDDEN.matcher(formOf(page.text(), action));
        String boundary = "chizheng-" + System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (hidden.find()) {
            part(body, boundary, "name=\"" + hidden.group(1) + "\"", token.getBytes(UTF_8));
        }
        part(body, boundary, "name=\"" + field + "\"; filename=\"" + fileName + "\"", file);
        body.write(("--" + boundary + "--\r\n").getBytes(UTF_8));
        HttpRequest.Builder request = request(action)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        return follow(send(request), action);
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content)
            throws IOException {
        body.write(
                ("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(UTF_8));
    }

    public void signIn(String page, String action, String name, String secret) throws IOException {
        formOf(get(page).text(), action);
        Answer answer = send(form(action, encode(Map.of("j_username", name, "j_password", secret))));
        if (answer.status() != 302 || answer.location().contains("failed")) {
            throw new IOException("sign-in was refused (" + answer.status() + ")");
        }
    }

    private Answer follow(Answer answer, String action) throws IOException {
        if (answer.status() == 303) {
            String path = URI.create(base).resolve(answer.location()).toString().substring(base.length());
            Answer page = get(path);
            return new Answer(page.status(), path, page.bytes());
        }
        throw new IOException(action + ": " + answer.status() + " " + plain(answer.text()));
    }

    private static String formOf(String page, String action) throws IOException {
        int at = page.indexOf("action=\"" + action + "\"");
        if (at < 0) {
            throw new IOException("the page offers no form for " + action);
        }
        return page.substring(at, page.indexOf("</form>", at));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
    }

    private HttpRequest.Builder form(String path, String body) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("location").orElse(""), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Answer expect(Answer answer, String path, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException(path + ": " + answer.status() + " " + plain(answer.text()));
        }
        return answer;
    }

    /** A page's words, at most 200 characters, for a message. */
    private static String plain(String page) {
        String words = page.replaceAll("(?s)<head.*?</head>|<[^>]*>", " ").replaceAll("\\s+", " ");
        return words.substring(0, Math.min(200, words.length()));
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> List.of(field.getKey(), field.getValue()).stream()
                        .map(part -> URLEncoder.encode(part, UTF_8))
                        .collect(Collectors.joining("=")))
                .collect(Collectors.joining("&"));
    }
}
