package org.chizheng.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;

import org.chizheng.rehearsal.wire.AnswerRequest;
import org.chizheng.rehearsal.wire.Reply;

/** The requests of one candidate's browser: cookies and form token, kept up to date by the replies. */
public final class Page {
    private static final byte[] SET_COOKIE = Reply.ascii("set-cookie:");
    private static final byte[] TOKEN = Reply.ascii("<meta name=\"csrf-token\" content=\"");
    private static final byte[] FAILED = Reply.ascii("failed");
    private static final byte[] LOCATION = Reply.ascii("location:");
    private final String host;
    private String session = "";
    private String csrf = "";
    private String token = "";
    private AnswerRequest answer;

    public Page(URI base) {
        host = base.getAuthority();
    }

    boolean isSignedIn() {
        return !session.isEmpty();
    }

    boolean hasToken() {
        return !token.isEmpty();
    }

    void signedOut() {
        session = "";
        left();
    }

    /** The page is gone from the browser; its cookies are not. */
    void left() {
        token = "";
        answer = null;
    }

    ByteBuffer signIn(String ticket, String idNumber) {
        String form =
                "j_username=" + URLEncoder.encode(ticket, UTF_8) + "&j_password=" + URLEncoder.encode(idNumber, UTF_8);
        return request(
                "POST /exam/j_security_check",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                        + form);
    }

    /** @return whether the reply lets the ticket in */
    boolean signedIn(Reply reply) {
        boolean[] refused = {false};
        reply.headers(LOCATION, value -> refused[0] |= value.contains("failed"));
        keepCookies(reply);
        return reply.status() == 302 && !refused[0] && !reply.has(FAILED) && isSignedIn();
    }

    void entered(Reply reply) {
        keepCookies(reply);
        token = reply.textAfter(TOKEN);
    }

    /** Now and then the service renews the sign-in. */
    void keepCookies(Reply reply) {
        reply.headers(SET_COOKIE, value -> {
            String cookie = value.substring(0, value.indexOf(';') < 0 ? value.length() : value.indexOf(';'));
            String content = cookie.substring(cookie.indexOf('=') + 1);
            if (cookie.startsWith("chizheng-session=") && !content.isEmpty()) {
                session = content;
                answer = null;
            } else if (cookie.startsWith("chizheng-csrf=")) {
                csrf = content;
                answer = null;
            }
        });
    }

    public ByteBuffer get(String path) {
        return request("GET " + path, "\r\n");
    }

    public ByteBuffer post(String path, String body) {
        byte[] content = body.getBytes(UTF_8);
        return request("POST " + path, json() + "Content-Length: " + content.length + "\r\n\r\n" + body);
    }

    ByteBuffer answer(int epoch, Event event) {
        return answer().patch(epoch, event.sequence(), event.item(), event.answer());
    }

    /** For those who send answers only: made anew by each call. */
    public AnswerRequest answerRequest() {
        return new AnswerRequest(Reply.ascii(head("POST /api/sitting/answers") + json()));
    }

    private AnswerRequest answer() {
        if (answer == null) {
            answer = answerRequest();
        }
        return answer;
    }

    private String json() {
        return "Content-Type: application/json\r\nX-CSRF-TOKEN: " + token + "\r\n";
    }

    private String head(String what) {
        String cookies = (session.isEmpty() ? "" : "chizheng-session=" + session + "; ")
                + (csrf.isEmpty() ? "" : "chizheng-csrf=" + csrf);
        return what + " HTTP/1.1\r\nHost: " + host + "\r\n" + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n");
    }

    private ByteBuffer request(String what, String rest) {
        return ByteBuffer.wrap((head(what) + rest).getBytes(UTF_8));
    }
}
