package org.chizheng.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of a mail server (RFC 5321) as taking a mail needs. Whoever is called nobody has no box. */
final class MailServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> mails = new CopyOnWriteArrayList<>();

    MailServer() throws IOException {
        Thread serving = new Thread(this::serve, "mail-server");
        serving.setDaemon(true);
        serving.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** As they came: envelope's recipient in the first line, then heads and body. */
    List<String> mails() {
        return mails;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk(caller);
            } catch (IOException end) {
                // The caller has hung up, or the server is closed: the next one, or the end.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        OutputStream out = caller.getOutputStream();
        say(out, "220 mail.example.org");
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.split("[ :]")[0]) {
                case "EHLO", "HELO" -> say(out, "250 mail.example.org");
                case "RCPT" -> {
                    mail.setLength(0);
                    mail.append(line).append('\n');
                    say(out, line.contains("<nobody@") ? "550 5.1.1 no such box: nobody@example.org" : "250 ok");
                }
                case "DATA" -> {
                    say(out, "354 go on");
                    for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
                        mail.append(text).append('\n');
                    }
                    mails.add(mail.toString());
                    say(out, "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
