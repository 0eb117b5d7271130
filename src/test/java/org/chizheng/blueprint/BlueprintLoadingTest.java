package org.chizheng.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.PostgresResource;
import org.chizheng.bank.BankFaults;
import org.chizheng.bank.Loading;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.paper.PaperBatching;
import org.chizheng.paper.PaperRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A blueprint that cannot be drawn is refused when it is loaded, and again when a session would be planned with it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BlueprintLoadingTest {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String SINGLE_01 = "{type: SINGLE, chapter: \"01\", difficulty: 1, items: 20, points: 1}";

    @Inject
    Loading loading;

    @Inject
    BlueprintLoading blueprints;

    @Inject
    Blueprints known;

    @Inject
    PaperBatching papers;

    @Inject
    Sql sql;

    @TempDir
    Path bank;

    private String subject;
    private Path file;

    @BeforeEach
    void aLoadedBank() {
        int number = COUNTER.incrementAndGet();
        subject = "blueprint-" + number;
        BankFixture.write(
                bank, subject, "B" + (char) ('A' + number / 26) + (char) ('A' + number % 26), "manager-general");
        file = bank.resolve(subject).resolve("blueprint.yaml");
        loading.load(bank);
    }

    @Test
    void wrongYamlUnknownFieldMissingKeyAndWrongWordAreToldWithTheirLine() throws IOException {
        faultAt(4, SINGLE_01, SINGLE_01.replace("}", "]"), "expected");
        faultAt(4, SINGLE_01, SINGLE_01.replace("points", "difficulty"), "difficulty stands twice");
        faultAt(4, SINGLE_01, SINGLE_01.replace("points: 1", "points: 1, weight: 2"), "weight");
        faultAt(4, SINGLE_01, SINGLE_01.replace(", points: 1", ""), "'points' not found");
        faultAt(4, SINGLE_01, SINGLE_01.replace("SINGLE", "single"), "enumeration");
        faultAt(4, SINGLE_01, SINGLE_01.replace("items: 20", "items: many"), "integer expected");
    }

    @Test
    void aPlanThatIsNotMetIsTold() throws IOException {
        faultAt(1, SINGLE_01, SINGLE_01.replace("20", "19"), "SINGLE: 39 items instead of 40");
        faultAt(1, SINGLE_01, SINGLE_01.replace("points: 1", "points: 2"), "SINGLE 01: 2 points instead of 1");
    }

    @Test
    void everyQuotaThatTheBankCannotMeetIsListedWithItsShortage() throws IOException {
        change(
                "SINGLE, chapter: \"01\", difficulty: 1, items: 20",
                "SINGLE, chapter: \"01\", difficulty: 1, items: 41");
        change("  - {type: SINGLE, chapter: \"02\", difficulty: 1, items: 20, points: 1}\n", "");
        change("MULTIPLE, chapter: \"02\", difficulty: 1", "MULTIPLE, chapter: \"02\", difficulty: 2");
        assertThat(faults())
                .containsExactly(
                        file + ":1: SINGLE: 41 items instead of 40",
                        file + ":4: SINGLE 01/1: the bank has 40 items, wanted are 41",
                        file + ":6: MULTIPLE 02/2: the bank has 0 items, wanted are 5");
    }

    @Test
    void aCellThatNoItemHasIsAShortageToo() throws IOException {
        faultAt(4, SINGLE_01, SINGLE_01.replace("difficulty: 1", "difficulty: 3"), "SINGLE 01/3: the bank has 0 items");
    }

    @Test
    void aBlueprintWithoutItsSubjectIsRefused() throws IOException {
        Path stranger = Files.createDirectories(bank.resolve("stranger")).resolve("blueprint.yaml");
        Files.copy(file, stranger);
        assertThat(faults()).containsExactly(stranger + ":1: there is no subject stranger");
    }

    @Test
    void aSecondLoadChangesNothingAndAChangedBlueprintIsANewRevision() throws IOException {
        blueprints.load(bank);
        Blueprint first = known.newestByCode(subject).orElseThrow();
        blueprints.load(bank);
        assertThat(known.newestByCode(subject)).contains(first);
        change(
                "SINGLE, chapter: \"01\", difficulty: 1, items: 20",
                "SINGLE, chapter: \"01\", difficulty: 1, items: 19");
        change(
                "SINGLE, chapter: \"02\", difficulty: 1, items: 20",
                "SINGLE, chapter: \"02\", difficulty: 1, items: 21");
        blueprints.load(bank);
        assertThat(known.newestByCode(subject).orElseThrow().number()).isEqualTo(2);
        assertThat(known.find(first.id())).contains(first);
    }

    @Test
    void aSessionIsNotPlannedWhenTheBankHasShrunkAndTheShortagesAreListed() throws IOException {
        blueprints.load(bank);
        UUID blueprint = known.newestByCode(subject).orElseThrow().id();
        Path chapter = bank.resolve(subject).resolve("01-a.yaml");
        String text = Files.readString(chapter);
        Files.writeString(chapter, text.substring(0, text.indexOf("  - id: ", text.indexOf("第01章第59题"))));
        loading.load(bank);
        Refused refused = catchThrowableOfType(Refused.class, () -> papers.commit(blueprint, 80));
        assertThat(refused.reason()).isEqualTo(PaperRefusal.SHORTAGE);
        assertThat(refused.arguments()).containsExactly("MULTIPLE 01/1: 0 < 5, SINGLE 01/1: 19 < 20");
        assertThat(sql.list("SELECT 1 FROM paper_batch WHERE blueprint_id = ?", row -> 1, blueprint))
                .isEmpty();
    }

    private void change(String old, String now) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, now));
    }

    private void faultAt(int line, String old, String now, String reason) throws IOException {
        String text = Files.readString(file);
        change(old, now);
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith(file + ":" + line + ": ")
                .contains(reason);
        Files.writeString(file, text);
    }

    private List<String> faults() {
        int before = sql.list("SELECT 1 FROM blueprint", row -> 1).size();
        BankFaults refused = catchThrowableOfType(BankFaults.class, () -> blueprints.load(bank));
        assertThat(refused).as("the load is refused").isNotNull();
        assertThat(sql.list("SELECT 1 FROM blueprint", row -> 1))
                .as("nothing was written")
                .hasSize(before);
        return refused.faults();
    }
}
