package org.chizheng.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Asks for the port before a database is started for nothing. */
final class FreePort {
    private FreePort() {}

    static void require() {
        String port = System.getProperty("quarkus.http.port", Main.setting("QUARKUS_HTTP_PORT", "8080"));
        String host = System.getProperty("quarkus.http.host", Main.setting("QUARKUS_HTTP_HOST", "0.0.0.0"));
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, Integer.parseInt(port)));
        } catch (IOException e) {
            throw new CannotStart(
                    "Chizheng cannot start: port " + port + " cannot be opened (" + e.getMessage()
                            + "). End what uses it, or choose another port by QUARKUS_HTTP_PORT.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("Chizheng cannot start: QUARKUS_HTTP_PORT is not a port: " + port, e);
        }
    }
}
