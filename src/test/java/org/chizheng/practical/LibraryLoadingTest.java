package org.chizheng.practical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.bank.BankFaults;
import org.chizheng.practical.SchemeView.PartView;
import org.chizheng.practical.SchemeView.StepView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The task files: loaded once, a changed one is a new revision, a wrong one writes nothing and says where it is wrong. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LibraryLoadingTest {
    private static final Path BANK = Path.of("question-bank");
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String WELDING = "operator-fusion-welding";

    @Inject
    LibraryLoading loading;

    @Inject
    Library library;

    @TempDir
    Path bank;

    private Path file;

    @BeforeEach
    void aCopy() throws IOException {
        loading.load(BANK);
        file = bank.resolve("practical").resolve(WELDING + ".yaml");
        Files.createDirectories(file.getParent());
        Files.createDirectories(bank.resolve("schema"));
        Files.copy(
                BANK.resolve("schema/practical.schema.json"),
                bank.resolve("schema").resolve("practical.schema.json"));
        Files.copy(BANK.resolve("practical").resolve(WELDING + ".yaml"), file);
    }

    @Test
    void thePublishedTasksAreThoseOfTheStandard() {
        SchemeView low = library.newest(LOW).orElseThrow();
        assertThat(low.parts()).extracting(PartView::code).containsExactly("K1", "K2", "K3", "K4");
        assertThat(low.parts()).extracting(PartView::weight).containsExactly(20, 40, 20, 20);
        assertThat(low.parts().stream().flatMap(part -> part.tasks().stream()))
                .extracting(SchemeView.TaskView::code)
                .containsExactly(
                        "K11", "K12", "K13", "K21", "K22", "K23", "K24", "K25", "K31", "K32", "K41", "K42", "K43");
        assertThat(low.mark()).isEqualTo("SOURCED");
        assertThat(library.newest(WELDING).orElseThrow().mark()).isEqualTo("UNCERTAIN");
        assertThat(low.parts().stream().flatMap(part -> part.tasks().stream()))
                .allSatisfy(task -> assertThat(task.steps()).as(task.code()).anyMatch(StepView::veto));
    }

    @Test
    void aSecondLoadChangesNothingAndAChangedFileIsANewRevision() throws IOException {
        assertThat(loading.load(BANK)).isZero();
        SchemeView old = library.newest(WELDING).orElseThrow();
        String changed = Files.readString(file).replace("面罩不漏光", "面罩、滤光片不漏光");
        Files.writeString(file, changed);
        assertThat(loading.load(bank)).isEqualTo(1);
        SchemeView fresh = library.newest(WELDING).orElseThrow();
        assertThat(fresh.number()).isEqualTo(old.number() + 1);
        assertThat(library.find(old.id())).as("the old one stays as it was").contains(old);
        assertThat(loading.load(BANK)).as("and back again").isEqualTo(1);
    }

    @Test
    void faultsSayWhereTheyAre() throws IOException {
        String right = Files.readString(file);
        assertThat(fault(right.replaceFirst("points: 5", "points: 6"))).contains(".yaml:", "K11 has 21 points");
        assertThat(fault(right.replaceFirst("weight: 40", "weight: 41"))).contains("add up to 101");
        assertThat(fault(right.replaceFirst("minutes: 30", "minutes: 90"))).contains("has 60");
        assertThat(fault(right.replaceFirst("mode: real", "mode: guess")))
                .contains(".yaml:15: does not have a value", "oral");
        assertThat(fault(right.replace(WELDING, LOW))).contains("not the name of the file");
    }

    private String fault(String text) throws IOException {
        SchemeView before = library.newest(WELDING).orElseThrow();
        Files.writeString(file, text);
        BankFaults faults = catchThrowableOfType(BankFaults.class, () -> loading.load(bank));
        assertThat(library.newest(WELDING)).contains(before);
        return faults.getMessage();
    }
}
