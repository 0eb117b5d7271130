package org.chizheng.launch;

import static io.restassured.RestAssured.given;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed in the middle of an exam, its PostgreSQL left behind, and started again on the same folder. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InterruptedExamIT {
    @TempDir
    static Path folder;

    private static Interruption story;

    @BeforeAll
    static void anExamIsInterruptedByAKill() throws IOException, InterruptedException, SQLException {
        story = new Interruption(folder.resolve("data"));
        story.tell();
    }

    @AfterAll
    static void everyServiceEnds() throws IOException, InterruptedException {
        story.close();
    }

    @Test
    void everyAcknowledgedAnswerIsThere() {
        assertThat(story.before.acknowledged()).as("items answered").hasSizeGreaterThanOrEqualTo(40);
        Map<Integer, String> expected = new TreeMap<>(story.before.acknowledged());
        Map<Integer, String> found = new TreeMap<>(story.after.opened().answers());
        expected.remove(story.before.unsure());
        found.remove(story.before.unsure());
        assertThat(found).isEqualTo(expected);
        assertThat(story.after.opened().nextSequence())
                .isBetween(story.before.answers() + 1, story.before.answers() + 2);
    }

    @Test
    void thePaperIsTheSame() {
        assertThat(story.after.opened().paper()).isEqualTo(story.before.opened().paper());
    }

    @Test
    void theDeadlineIsTheSame() {
        assertThat(story.after.opened().deadline())
                .isCloseTo(story.before.opened().deadline(), within(2, MILLIS));
    }

    @Test
    void theCandidateGoesOnAndHandsIn() {
        assertThat(story.after.answer(story.after.opened().items().get(0), 0)).isTrue();
        assertThat(story.after.handIn()).isEqualTo(story.after.opened().nextSequence());
    }

    @Test
    void theGreetingNamesThePortThatIsServed() {
        assertThat(story.greeting)
                .contains("http://localhost:" + story.first.port() + "/exam")
                .doesNotContain("localhost:8080");
    }

    @Test
    void theSecondStartMakesNothingTwice() throws IOException, SQLException {
        assertThat(story.second.kept().counts(Interruption.MADE)).isEqualTo(story.made);
    }

    @Test
    void theDemosLogIsQuiet() throws IOException {
        assertThat(story.greeting).doesNotContainPattern("INFO|WARN|ERROR");
        assertThat(story.second.output()).doesNotContainPattern("INFO|WARN|ERROR");
        assertThat(story.first.errors() + story.second.errors()).isEmpty();
    }

    @Test
    void aChangedPasswordStaysChanged() {
        assertThat(Staff.signIn("regulator", Interruption.NEW_SECRET).header("Location"))
                .endsWith("/desk");
        assertThat(Staff.signIn("regulator", "chizheng-demo").header("Location"))
                .contains("failed=true");
    }

    @Test
    void anotherServiceOnTheSameFolderIsRefused() throws IOException, InterruptedException {
        Path elsewhere = Files.createSymbolicLink(folder.resolve("same-data"), story.data);
        Service third = Service.start(elsewhere, Interruption.DEMO);
        try {
            assertThat(third.exitCode()).isEqualTo(1);
            assertThat(third.errors())
                    .contains("already runs on this data folder", "CHIZHENG_DATA_DIR")
                    .doesNotContain("\tat ");
        } finally {
            third.kill();
        }
        given().get("/q/health").then().statusCode(200);
    }

    @Test
    void theDemosKeysAreItsOwnersOnly() throws IOException {
        for (String file : new String[] {"demo-secrets.properties", "postgres.password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(story.data.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noRealInstallationOpensTheDemosDatabase() throws IOException, InterruptedException {
        story.second.end();
        try (Service real = Service.start(story.data, Installation.settings())) {
            assertThat(real.exitCode()).isEqualTo(1);
            assertThat(real.errors())
                    .contains("the demo has filled this database")
                    .doesNotContain("\tat ");
        }
    }
}
