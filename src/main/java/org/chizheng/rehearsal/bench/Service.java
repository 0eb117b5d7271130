package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.chizheng.rehearsal.Crowd;

/** The packaged service as a process of its own, in the demo profile on the bench's database; it can be killed and started again. */
final class Service implements AutoCloseable {
    private static final long PATIENCE = 300_000_000_000L;
    private final Map<String, String> environment;
    private final List<String> options = new ArrayList<>();
    /** Outlives the installation, so that one can see what the service said. */
    private final Path log;

    private final URI base;
    private Process process;

    Service(Path folder, Map<String, String> database) throws IOException {
        Files.createDirectories(folder);
        log = Files.createDirectories(Path.of("target", "bench"))
                .resolve(folder.getParent().getFileName() + "-" + folder.getFileName() + ".log");
        int port = Ports.free();
        base = URI.create("http://127.0.0.1:" + port);
        environment = new HashMap<>(database);
        environment.put("QUARKUS_PROFILE", "demo");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("CHIZHENG_PUBLIC_URL", base.toString());
        environment.put("CHIZHENG_DATA_DIR", folder.toString());
    }

    /** More options for its JVM, from the next start on; they stand above the usual ones. */
    Service with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    Service start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1536m");
        command.addAll(Arrays.asList(
                System.getenv().getOrDefault("CHIZHENG_BENCH_JAVA", "").split(" (?=-)")));
        command.removeIf(String::isBlank);
        command.addAll(options);
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
        return this;
    }

    Service awaitReady() {
        long end = System.nanoTime() + PATIENCE;
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the service does not come up: " + lastWords());
            }
            Crowd.sleep(50);
        }
        return this;
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/q/health/ready"))
                    .timeout(java.time.Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    URI base() {
        return base;
    }

    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
