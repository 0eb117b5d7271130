package org.chizheng.rehearsal.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.concurrent.atomic.AtomicLong;

import org.chizheng.journey.Visitor;
import org.chizheng.rehearsal.Crowd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An invigilator's page that watches a room: pushed to, or asking every five seconds for the whole list. Counts the bytes that reach it. */
final class Watcher implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long EVERY = 5000;
    private final Visitor visitor;
    private final String session;
    private final boolean push;
    private final AtomicLong bytes = new AtomicLong();
    private final Thread thread;
    private String ticket = "";
    private Told told = (answered, at) -> {};
    private volatile InputStream channel;
    private volatile boolean open = true;
    private volatile String fault = "";

    /** How many items the candidate has answered, and when the console was told of it ({@link System#nanoTime}). */
    interface Told {
        void answered(int answered, long at);
    }

    Watcher(String base, String session, boolean push) throws IOException {
        this.session = session;
        this.push = push;
        visitor = new Visitor(base);
        visitor.signIn("/sign-in", "/j_security_check", Installation.INVIGILATOR, Installation.PASSWORD);
        thread = new Thread(this::watch, "console");
        thread.setDaemon(true);
    }

    void tell(String of, Told then) {
        ticket = of;
        told = then;
    }

    void start() {
        thread.start();
    }

    long bytes() {
        return bytes.get();
    }

    /** Empty, or why it watches no longer. */
    String fault() {
        return fault;
    }

    private void watch() {
        try {
            if (push) {
                listen();
            } else {
                ask();
            }
        } catch (IOException e) {
            if (open) {
                fault = String.valueOf(e.getMessage());
            }
        }
    }

    /** As the page does: what it knows stands in it, and is named when the channel is opened. */
    private void listen() throws IOException {
        String since = visitor.look("/api/sessions/" + session + "/room")
                .json()
                .get("version")
                .asText();
        while (open) {
            channel = visitor.listen("/api/sessions/" + session + "/room/events?since=" + since);
            BufferedReader lines = new BufferedReader(new InputStreamReader(channel, UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long at = System.nanoTime();
                bytes.addAndGet(line.getBytes(UTF_8).length + 1L);
                if (line.startsWith("data:")) {
                    JsonNode news = JSON.readTree(line.substring("data:".length()));
                    since = news.has("version") ? news.get("version").asText() : since;
                    look(news, at);
                }
            }
        }
    }

    private void look(JsonNode news, long at) {
        for (JsonNode line : news.path("lines")) {
            if (line.get("ticket").asText().equals(ticket) && line.has("answered")) {
                told.answered(line.get("answered").asInt(), at);
            }
        }
    }

    /** The page as it was before there was a push: without what the script of today finds in it. */
    private void ask() throws IOException {
        while (open) {
            Visitor.Answer page = visitor.look("/sessions/" + session + "/room?view=list");
            if (page.status() != 200) {
                throw new IOException("the page: " + page.status());
            }
            bytes.addAndGet(page.text()
                    .replaceAll("(?s)<script type=\"application/json\".*?</script>", "")
                    .getBytes(UTF_8)
                    .length);
            Crowd.sleep(EVERY);
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        InputStream listening = channel;
        if (listening != null) {
            listening.close();
        }
    }
}
