package org.chizheng.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

/** A demo, its candidate answering, a kill while answers are on their way, and a second start on the same folder. */
final class Interruption implements AutoCloseable {
    static final Map<String, String> DEMO = Map.of("QUARKUS_PROFILE", "demo");
    static final String NEW_SECRET = "changed before the kill";
    static final String[] MADE = {"account", "person", "enterprise", "centre", "item_revision", "blueprint"};
    private static final Pattern TICKET = Pattern.compile("ticket (\\d{12})   document number (\\d{17}[0-9X])");
    private static final int ENOUGH = 120;
    final Path data;
    Service first;
    Service second;
    String greeting;
    Candidate before;
    Candidate after;
    Map<String, Long> made;

    Interruption(Path data) {
        this.data = data;
    }

    @SuppressWarnings("SystemOut")
    void tell() throws IOException, InterruptedException, SQLException {
        first = Service.start(data, DEMO);
        first.awaitReady();
        greeting = first.output();
        before = sitDown();
        Staff.setPassword("regulator", NEW_SECRET);
        made = first.kept().counts(MADE);
        answerUntilTheKill();
        long killed = System.nanoTime();
        second = Service.start(data, DEMO);
        second.awaitReady();
        after = sitDown();
        System.out.printf(
                "killed after %d acknowledged answers to %d items; found %d answers; the candidate goes on after %.1f s%n",
                before.answers(),
                before.acknowledged().size(),
                after.opened().nextSequence() - 1,
                Duration.ofNanos(System.nanoTime() - killed).toMillis() / 1000.0);
    }

    private void answerUntilTheKill() throws InterruptedException {
        CompletableFuture<Void> answering = before.keepAnswering();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> before.answers() >= ENOUGH || answering.isDone());
        first.kill();
        answering.join();
    }

    /** By the ticket that the first start printed. */
    private Candidate sitDown() throws IOException {
        Matcher printed = TICKET.matcher(greeting);
        assertThat(printed.find()).as(greeting).isTrue();
        return Candidate.sitDown(printed.group(1), printed.group(2));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Service service : new Service[] {second, first}) {
            if (service != null) {
                service.close();
            }
        }
    }
}
