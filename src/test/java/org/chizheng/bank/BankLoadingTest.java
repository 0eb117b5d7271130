package org.chizheng.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.PostgresResource;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Every fault of the bank's files names file, line and reason, and then nothing at all is written. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BankLoadingTest {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String CHAPTER = "01-a.yaml";

    @Inject
    Loading loading;

    @Inject
    EnemyNoting noting;

    @Inject
    Items items;

    @Inject
    Sql sql;

    @TempDir
    Path bank;

    private String subject;
    private String prefix;
    private Path folder;

    @BeforeEach
    void aBankOfItsOwn() {
        int number = COUNTER.incrementAndGet();
        subject = "loader-" + number;
        prefix = "L" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
        folder = BankFixture.write(bank, subject, prefix, "manager-general").resolve(subject);
    }

    @Test
    void wrongYaml() throws IOException {
        faultAt(CHAPTER, "    difficulty: 1", "   difficulty: 1", "expected");
        faultAt("subject.yaml", "title: {zh: 测试科目, en: Test subject}", "title: {zh: 测试科目", 1, "expected");
    }

    @Test
    void anotherEncoding() throws IOException {
        Files.write(folder.resolve(CHAPTER), "chapter: \"01\" # 题库".getBytes(java.nio.charset.Charset.forName("GBK")));
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith(folder.resolve(CHAPTER) + ":1: is not YAML in UTF-8");
    }

    @Test
    void aKeyThatStandsTwice() throws IOException {
        faultAt(CHAPTER, "    answer: true", "    answer: true\n    answer: false", 1, "answer stands twice");
    }

    @Test
    void anUnknownField() throws IOException {
        faultAt(CHAPTER, "explain: 说明", "explain: 说明\n    hint: 提示", 1, "hint");
        faultAt("sources.yaml", "title: 测试", "title: 测试, page: \"1\"", "page");
        faultAt("subject.yaml", "licence:", "weight: \"1\"\nlicence:", "weight");
    }

    @Test
    void aMissingKey() throws IOException {
        faultAt(CHAPTER, "    right: 对\n", "", -6, "'right' not found");
        faultAt("subject.yaml", "prefix: " + prefix + "\n", "", -1, "'prefix' not found");
    }

    @Test
    void enemiesThatAreNoItemsOfTheSubject() throws IOException {
        enemies("01-001", "09-001", "理由足够长");
        assertThat(faults())
                .containsExactly(
                        folder.resolve("enemies.yaml") + ":2: there is no item " + prefix + "-09-001 in this subject");
        enemies("01-001", "01-002", "短");
        assertThat(faults()).singleElement().asString().contains("enemies.yaml:3", "at least 4 characters");
    }

    @Test
    void enemiesAreKeptApartOnceAndStayLiftedWhenAPersonLiftedThem() throws IOException {
        enemies("01-002", "01-001", "一题说出另一题的答案");
        loading.load(bank);
        loading.load(bank);
        assertThat(keptApart()).containsExactly(prefix + "-01-001 " + prefix + "-01-002 false");
        noting.lift(subject, prefix + "-01-001", prefix + "-01-002", "account:test");
        loading.load(bank);
        assertThat(keptApart()).containsExactly(prefix + "-01-001 " + prefix + "-01-002 true");
    }

    private void enemies(String one, String other, String reason) throws IOException {
        Files.writeString(
                folder.resolve("enemies.yaml"),
                "enemies:\n  - items: [%1$s-%2$s, %1$s-%3$s]\n    reason: %4$s\n".formatted(prefix, one, other, reason),
                UTF_8);
    }

    private List<String> keptApart() {
        return sql.list(
                "SELECT one || ' ' || other || ' ' || (lifted_at IS NOT NULL) FROM item_enemy WHERE one LIKE ?",
                row -> row.getString(1),
                prefix + "-%");
    }

    @Test
    void aMissingFile() throws IOException {
        Files.delete(folder.resolve("sources.yaml"));
        assertThat(faults()).containsExactly(folder.resolve("sources.yaml") + ":1: is missing");
    }

    @Test
    void aFileThatTheLoaderWouldPassOver() throws IOException {
        Files.move(folder.resolve("02-b.yaml"), folder.resolve("2-b.yaml"));
        assertThat(faults()).singleElement().asString().startsWith(folder.resolve("2-b.yaml") + ":1: is none of");
    }

    @Test
    void anAnswerInASingleChoiceAndOptionsInATrueFalse() throws IOException {
        faultAt(CHAPTER, "    right: 对\n", "    right: 对\n    answer: true\n", 1, "answer has no place here");
        faultAt(CHAPTER, "    answer: false", "    answer: false\n    right: 对", 1, "right has no place here");
    }

    @Test
    void aSingleChoiceWithTwoRightOptionsOrTooFewWrongOnes() throws IOException {
        faultAt(CHAPTER, "right: 对\n", "right: [对, 好]\n", "array found, string expected");
        faultAt(CHAPTER, "wrong: [甲, 乙, 丙]", "wrong: [甲]", "at least 2 items");
        faultAt(CHAPTER, "right: [对一, 对二]", "right: 对一", "string found, array expected");
    }

    @Test
    void aNumberThatIsNoPlainInteger() throws IOException {
        faultAt(CHAPTER, "difficulty: 1", "difficulty: 0x1", "integer expected");
        faultAt(CHAPTER, "difficulty: 1", "difficulty: 99999999999", "integer expected");
        faultAt(CHAPTER, "difficulty: 1", "difficulty: 4", "maximum value of 3");
    }

    @Test
    void anAliasThatWouldRepeatAnotherItem() throws IOException {
        faultAt(CHAPTER, "explain: 说明", "explain: &a [*a]", "anchors and aliases");
    }

    @Test
    void anIdThatIsUsedTwiceInOneSubject() throws IOException {
        faultAt(CHAPTER, "id: " + prefix + "-01-002", "id: " + prefix + "-01-001", "-01-001 is used twice");
    }

    @Test
    void anIdThatAnotherSubjectUses() throws IOException {
        Path other = BankFixture.write(bank, subject + "-other", prefix, "manager-general");
        assertThat(faults()).hasSize(201).allMatch(fault -> fault.contains("is used twice"));
        loading.load(
                BankFixture.write(Files.createTempDirectory("bank"), subject + "-other", prefix, "manager-general"));
        org.assertj.core.util.Files.delete(other.resolve(subject + "-other").toFile());
        assertThat(faults())
                .hasSize(201)
                .allMatch(fault -> fault.startsWith(folder.resolve("subject.yaml") + ":2: ")
                        && fault.endsWith("belongs to another subject already"));
    }

    @Test
    void theStemAndOptionsOfAnotherItem() throws IOException {
        faultAt(
                CHAPTER,
                "stem: 第01章第2题",
                "stem: 第01章第1题",
                -2,
                "-01-002 has the stem, options and figure of " + prefix + "-01-001");
    }

    @Test
    void theSameOptionTwice() throws IOException {
        faultAt(
                CHAPTER,
                "wrong: [甲, 乙, 丙]",
                "wrong: [甲, 乙, 对]",
                -7,
                "two options of " + prefix + "-01-041 are the same");
    }

    @Test
    void aSourceThatIsNotListed() throws IOException {
        faultAt(CHAPTER, "doc: t,", "doc: unknown,", -4, "source unknown is not listed");
    }

    @Test
    void anotherSubjectsPrefixOrAnotherChapter() throws IOException {
        faultAt(CHAPTER, "id: " + prefix + "-01-001", "id: XYZ-01-001", "does not begin with the prefix");
        faultAt(CHAPTER, "id: " + prefix + "-01-001", "id: " + prefix + "-02-101", "does not begin with the prefix");
    }

    @Test
    void aChapterThatTheSubjectDoesNotHave() throws IOException {
        Path file = folder.resolve("02-b.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("chapter: \"02\"", "chapter: \"03\"")
                        .replace("-02-", "-03-"));
        assertThat(faults()).containsExactly(file + ":1: chapter 03 is not listed in subject.yaml");
    }

    @Test
    void aSubjectThatIsNotItsFolderOrNotInTheCatalogue() throws IOException {
        faultAt("subject.yaml", "code: " + subject, "code: another", "not the name of the folder");
        faultAt("subject.yaml", "manager-general", "manager-of-nothing", "manager-of-nothing is not in the catalogue");
    }

    @Test
    void allFaultsAreToldAtOnceAndGoodSubjectsAreNotLoadedEither() throws IOException {
        BankFixture.write(bank, subject + "-good", "G" + prefix.substring(1), "manager-general");
        Path first = folder.resolve(CHAPTER);
        Path second = folder.resolve("02-b.yaml");
        Files.writeString(first, Files.readString(first).replaceFirst("doc: t,", "doc: u,"));
        Files.writeString(second, Files.readString(second).replaceFirst("difficulty: 1", "difficulty: 9"));
        assertThat(faults())
                .hasSize(2)
                .anyMatch(f -> f.startsWith(first + ":"))
                .anyMatch(f -> f.startsWith(second + ":"));
    }

    @Test
    void trueIsTrueHoweverYamlSpellsIt() throws IOException {
        Path file = folder.resolve(CHAPTER);
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("answer: false", "answer: True")
                        .replaceFirst("answer: false", "answer: No"));
        loading.load(bank);
        assertThat(rightOf("-01-001")).isEqualTo("正确");
        assertThat(rightOf("-01-003")).isEqualTo("错误");
        assertThat(rightOf("-01-002")).isEqualTo("正确");
    }

    @Test
    void aSecondLoadChangesNothing() {
        assertThat(loading.load(bank)).isEqualTo(new Loading.LoadReport(1, 201, 201, 0, 0));
        List<Integer> before = rows();
        assertThat(loading.load(bank)).isEqualTo(new Loading.LoadReport(1, 201, 0, 0, 0));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aChangedItemIsANewRevisionAndTheOldOneStays() throws IOException {
        loading.load(bank);
        Path file = folder.resolve(CHAPTER);
        Files.writeString(file, Files.readString(file).replace("第01章第1题\n", "第01章第1题（改）\n"));
        assertThat(loading.load(bank)).isEqualTo(new Loading.LoadReport(1, 201, 1, 0, 0));
        assertThat(sql.list(
                        "SELECT stem FROM item_revision WHERE item = ? ORDER BY number",
                        row -> row.getString(1),
                        prefix + "-01-001"))
                .containsExactly("第01章第1题", "第01章第1题（改）");
        assertThat(items.current(subject)).hasSize(201).anyMatch(r -> r.stem().equals("第01章第1题（改）"));
    }

    @Test
    void anItemThatIsGoneIsRetiredAndTakenBackUnchangedWhenItReturns() throws IOException {
        loading.load(bank);
        Path file = folder.resolve("02-b.yaml");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.indexOf("  - id: " + prefix + "-02-100")));
        assertThat(loading.load(bank)).isEqualTo(new Loading.LoadReport(1, 200, 0, 1, 0));
        assertThat(items.current(subject)).hasSize(200);
        Files.writeString(file, whole);
        assertThat(loading.load(bank)).isEqualTo(new Loading.LoadReport(1, 201, 0, 0, 1));
        assertThat(items.current(subject)).hasSize(201);
    }

    private String rightOf(String code) {
        return items.current(subject).stream()
                .filter(r -> r.item().equals(prefix + code))
                .flatMap(r -> r.options().stream())
                .filter(Revision.Option::right)
                .findFirst()
                .orElseThrow()
                .text();
    }

    private void faultAt(String file, String old, String now, String reason) throws IOException {
        faultAt(file, old, now, 0, reason);
    }

    /** Replaces the first occurrence; the one fault must stand at the line of the change, moved by the shift. The file is put back. */
    private void faultAt(String file, String old, String now, int shift, String reason) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        int place = text.indexOf(old);
        assertThat(place).as("the fixture holds " + old).isNotNegative();
        String before = text.substring(0, place);
        Files.writeString(path, before + now + text.substring(place + old.length()), UTF_8);
        long line = before.chars().filter(c -> c == '\n').count() + 1 + shift;
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith(path + ":" + line + ": ")
                .contains(reason);
        Files.writeString(path, text, UTF_8);
    }

    /** What the load is refused for; nothing may have been written. */
    private List<String> faults() {
        List<Integer> before = rows();
        BankFaults refused = catchThrowableOfType(BankFaults.class, () -> loading.load(bank));
        assertThat(refused).as("the load is refused").isNotNull();
        assertThat(rows()).as("nothing was written").isEqualTo(before);
        return refused.faults();
    }

    private List<Integer> rows() {
        return List.of("subject", "chapter", "item", "item_revision", "audit_entry WHERE subject = 'bank'").stream()
                .map(table -> sql.list("SELECT 1 FROM " + table, row -> 1).size())
                .toList();
    }
}
