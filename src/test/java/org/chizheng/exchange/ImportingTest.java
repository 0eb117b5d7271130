package org.chizheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.PostgresResource;
import org.chizheng.authoring.Checking;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Loading;
import org.chizheng.bank.Revision.Option;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.exchange.sheet.Books;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is confirmed becomes drafts: all of it, once, and of the one who confirms. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportingTest {
    private static final String SUBJECT = "hazchem-production-principal";
    private static final String HEAD = "题型|章节|题干|选项A|选项B|选项C|答案|解析|依据";
    private static final String ACCOUNT = "t-importer";
    private static final Who AUTHOR = new Who(ACCOUNT, true, false);
    private static final Who ANOTHER = new Who("t-another", true, false);
    private static final Who ADMINISTRATOR = new Who("t-administrator", false, false);

    @Inject
    Loading loading;

    @Inject
    Subjects subjects;

    @Inject
    DryRun dryRun;

    @Inject
    Staging staging;

    @Inject
    Importing importing;

    @Inject
    ImportRuns runs;

    @Inject
    Sql sql;

    private SubjectView subject;
    private String mark;

    @BeforeEach
    void aBank() throws IOException {
        loading.load(BankFixture.write(Files.createTempDirectory(Path.of("target"), "bank")));
        subject = subjects.find(SUBJECT).orElseThrow();
        mark = UUID.randomUUID().toString();
    }

    private ImportRun begun(String... rows) throws Exception {
        Path file = Books.of(rows);
        List<Judged> judged = dryRun.of(subject, Format.EXCEL, file, AUTHOR);
        Staging.Upload upload = new Staging.Upload(Format.EXCEL, "试题.xlsx", Files.readAllBytes(file));
        return runs.find(staging.keep(SUBJECT, upload, judged, ACCOUNT)).orElseThrow();
    }

    private String good(String stem) {
        return "单选|02|" + stem + mark + "|甲|乙|丙|B|因为|第一条";
    }

    @Test
    void allGoodItemsBecomeDraftsOfWhoConfirmsInTheFilesOrder() throws Exception {
        ImportRun run = begun(HEAD, good("问一"), good("问二"));
        List<String> codes = importing.confirm(run, AUTHOR, false, 2);
        assertThat(codes).hasSize(2).allMatch(code -> code.startsWith("HPP-02-"));
        assertThat(sql.list(
                        "SELECT stem || ' ' || author || ' ' || state FROM item_draft WHERE item = ANY (?) ORDER BY item",
                        row -> row.getString(1),
                        (Object) codes.toArray(String[]::new)))
                .containsExactly("问一" + mark + " " + ACCOUNT + " DRAFT", "问二" + mark + " " + ACCOUNT + " DRAFT");
        ImportRun done = runs.find(run.id()).orElseThrow();
        assertThat(done.isDone()).isTrue();
        assertThat(done.made()).isEqualTo(2);
        assertThat(runs.file(run.id())).isEmpty();
        assertThat(runs.all(run.id()))
                .as("what was said of each item stays, its words do not")
                .hasSize(2)
                .allMatch(item -> item.draft() == null)
                .extracting(ImportRuns.Staged::code)
                .isEqualTo(codes);
        assertThat(sql.first(
                        "SELECT details FROM audit_entry WHERE act = 'imported' ORDER BY id DESC",
                        row -> row.getString(1)))
                .hasValueSatisfying(details -> assertThat(details).contains("2 of 2 items", run.sha256()));
    }

    @Test
    void theGoodOnesAloneWhenThatIsAskedFor() throws Exception {
        ImportRun run = begun(HEAD, good("问一"), "单选|02|问二" + mark + "|甲|乙|丙|H||", good("问三"));
        assertThatThrownBy(() -> importing.confirm(run, AUTHOR, false, 2)).isInstanceOf(Refused.class);
        assertThat(importing.confirm(run, AUTHOR, true, 2)).hasSize(2);
    }

    @Test
    void confirmedByManyAtOnceItIsImportedOnce() throws Exception {
        ImportRun run = begun(HEAD, good("问一"), good("问二"));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> confirm = () -> {
                try {
                    return importing.confirm(run, AUTHOR, false, 2).size();
                } catch (Refused e) {
                    return 0;
                }
            };
            int made = 0;
            for (Future<Integer> one : pool.invokeAll(List.of(confirm, confirm, confirm, confirm))) {
                made += one.get();
            }
            assertThat(made).isEqualTo(2);
        } finally {
            pool.shutdownNow();
        }
        assertThat(count("SELECT count(*) FROM item_draft WHERE strpos(stem, ?) > 0", mark))
                .isEqualTo(2);
    }

    @Test
    void whenOneCannotBeDraftedNoneIsAndTheRunStaysOpen() throws Exception {
        Staging.Upload upload = new Staging.Upload(Format.EXCEL, "c.xlsx", new byte[] {1});
        List<Judged> judged = List.of(judged("问一", 1), judged("问二", 9));
        ImportRun run =
                runs.find(staging.keep(SUBJECT, upload, judged, ACCOUNT)).orElseThrow();
        assertThatThrownBy(() -> importing.confirm(run, AUTHOR, false, 2)).isInstanceOf(Refused.class);
        assertThat(runs.find(run.id()).orElseThrow().isOpen()).isTrue();
        assertThat(runs.file(run.id())).isPresent();
        assertThat(count("SELECT count(*) FROM item_draft WHERE strpos(stem, ?) > 0", mark))
                .isZero();
    }

    @Test
    void whatCameInMeanwhileIsNotImportedTwice() throws Exception {
        ImportRun first = begun(HEAD, good("问一"));
        Path file = Books.of(HEAD, good("问一"), good("问二"));
        Staging.Upload upload = new Staging.Upload(Format.EXCEL, "b.xlsx", Files.readAllBytes(file));
        ImportRun second = runs.find(
                        staging.keep(SUBJECT, upload, dryRun.of(subject, Format.EXCEL, file, AUTHOR), "t-another"))
                .orElseThrow();
        importing.confirm(first, AUTHOR, false, 1);
        assertThatThrownBy(() -> importing.confirm(second, ANOTHER, false, 2))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(ExchangeRefusal.DUPLICATES_SINCE));
        assertThat(dryRun.of(subject, Format.EXCEL, file, AUTHOR).get(0).outcome())
                .isEqualTo("REFUSED");
    }

    @Test
    void nationalItemsAreDraftedAsTheFileSaysWhereAnAuthorBringsThem() throws Exception {
        ImportRun run = begun(HEAD + "|级别", good("问一") + "|国家级", good("问二") + "|省级", good("问三"));
        assertThat(levels(importing.confirm(run, AUTHOR, false, 3)))
                .containsExactly("NATIONAL NATIONAL", "PROVINCIAL PROVINCIAL", "PROVINCIAL PROVINCIAL");
    }

    @Test
    void whoeverIsNoAuthorProposesForTheProvinceOnlyAndIsTold() throws Exception {
        Path file = Books.of(HEAD + "|级别", good("问一") + "|国家级", good("问二") + "|省级", good("问三") + "|初级");
        List<Judged> judged = dryRun.of(subject, Format.EXCEL, file, ADMINISTRATOR);
        assertThat(judged).extracting(each -> each.item().level()).containsOnly("PROVINCIAL");
        assertThat(judged.get(0).item().notes()).extracting(Note::code).contains("level_lowered");
        assertThat(judged.get(1).item().notes())
                .extracting(Note::code)
                .doesNotContain("level_lowered", "level_unknown");
        assertThat(judged.get(2).item().notes()).extracting(Note::code).contains("level_unknown");
    }

    @Test
    void whoeverIsNoAuthorAnyMoreCannotConfirmNationalItems() throws Exception {
        ImportRun run = begun(HEAD + "|级别", good("问一") + "|国家级");
        assertThatThrownBy(() -> importing.confirm(run, new Who(ACCOUNT, false, false), false, 1))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(ExchangeRefusal.LEVEL_NOT_YOURS));
        assertThat(runs.find(run.id()).orElseThrow().isOpen()).isTrue();
    }

    private List<String> levels(List<String> codes) {
        return sql.list(
                "SELECT i.level || ' ' || d.level FROM item i JOIN item_draft d ON d.item = i.code WHERE i.code = ANY (?) ORDER BY i.code",
                row -> row.getString(1),
                (Object) codes.toArray(String[]::new));
    }

    @Test
    void nearItemsAreListedFromTheDraftsAndFromTheFileItself() throws Exception {
        String said = "特级动火作业票" + mark + "的有效期不应超过多少小时";
        String code = importing
                .confirm(begun(HEAD, "单选|02|" + said + "呢|八|二十四|七十二|A|因为|第一条"), AUTHOR, false, 1)
                .get(0);
        Path file = Books.of(
                HEAD,
                "单选|02|" + said + "？|八|十二|七十二|A|因为|第一条",
                "单选|02|" + said + "吗|八|十六|七十二|A|因为|第一条",
                "单选|02|" + new StringBuilder(mark).reverse() + "|甲|乙|丙|B|因为|第一条");
        List<Judged> judged = dryRun.of(subject, Format.EXCEL, file, AUTHOR);
        assertThat(near(judged.get(0))).anyMatch(detail -> detail.startsWith(code + " "));
        assertThat(near(judged.get(0))).anyMatch(detail -> detail.startsWith("题!3 "));
        assertThat(near(judged.get(1))).anyMatch(detail -> detail.startsWith("题!2 "));
        assertThat(near(judged.get(2))).isEmpty();
    }

    private static List<String> near(Judged judged) {
        return judged.findings().stream()
                .filter(finding -> finding.check().endsWith("DUPLICATE"))
                .map(Checking.Finding::detail)
                .toList();
    }

    @Test
    void theSameAsADraftIsRefusedAsBefore() throws Exception {
        String code =
                importing.confirm(begun(HEAD, good("问一")), AUTHOR, false, 1).get(0);
        List<Judged> judged = dryRun.of(subject, Format.EXCEL, Books.of(HEAD, good("问一")), AUTHOR);
        assertThat(judged.get(0).item().notes()).contains(Note.refused("duplicate_bank", code));
    }

    @Test
    void theLettersOfTheKeysAreCountedWhereAnItemCanBeImported() throws Exception {
        ImportRun run =
                begun(HEAD, good("问一"), good("问二"), "单选|02|问三" + mark + "|甲|乙|丙|||", "判断|02|问四" + mark + "||||对||");
        assertThat(run.summary().keys()).containsExactly(Map.entry("1/3", 2));
        assertThat(ImportReport.letters(run.summary().keys()))
                .extracting(letter -> letter.letter() + " " + letter.skew().observed())
                .containsExactly("A 0", "B 2", "C 0");
    }

    private Judged judged(String stem, int difficulty) {
        List<Option> options = List.of(new Option("正确", true), new Option("错误", false));
        ItemDraft draft = new ItemDraft("TRUE_FALSE", "02", difficulty, stem + mark, options, "", "", null, null);
        return new Judged(new ExchangedItem(stem, "", "PROVINCIAL", draft, List.of()), List.of());
    }

    private long count(String query, Object parameter) {
        return sql.first(query, row -> row.getLong(1), parameter).orElseThrow();
    }
}
