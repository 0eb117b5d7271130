package org.chizheng.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import io.restassured.RestAssured;

/** The packaged service as a process with a port of its own. Closing it ends the PostgreSQL that it started, too. */
final class Service implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final Path data;
    private final int port;
    private final Process process;

    private Service(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    static Service start(Path data, Map<String, String> settings) throws IOException {
        return start(data, settings, List.of());
    }

    /** @param as what goes before the command, to run it as somebody else */
    static Service start(Path data, Map<String, String> settings, List<String> as) throws IOException {
        List<String> command = new ArrayList<>(as);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        int port = settings.containsKey("QUARKUS_HTTP_PORT")
                ? Integer.parseInt(settings.get("QUARKUS_HTTP_PORT"))
                : freePort();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(told(data, "out").toFile())
                .redirectError(told(data, "err").toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|CHIZHENG)_.*"));
        builder.environment().put("CHIZHENG_DATA_DIR", data.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        return new Service(data, port, builder.start());
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path told(Path data, String stream) {
        return data.resolveSibling(data.getFileName() + "." + stream);
    }

    int port() {
        return port;
    }

    String output() throws IOException {
        return Files.readString(told(data, "out"));
    }

    String errors() throws IOException {
        return Files.readString(told(data, "err"));
    }

    String user() {
        return process.info().user().orElse("");
    }

    /** From here on the tests' requests go to this service. */
    void awaitReady() throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health"))
                .build();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> !process.isAlive()
                        || client.send(health, HttpResponse.BodyHandlers.discarding())
                                        .statusCode()
                                == 200);
        assertThat(process.isAlive())
                .as("the service runs: %s\n%s", output(), errors())
                .isTrue();
        RestAssured.port = port;
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the service ended")
                .isTrue();
        return process.exitValue();
    }

    /** As the kernel does when memory runs out: nothing is said to it. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** As a service manager does. */
    int end() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    KeptDatabase kept() {
        return new KeptDatabase(data);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        kept().endIfOrphaned();
    }
}
