package org.chizheng.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.PostgresResource;
import org.chizheng.authoring.rule.CheckedItem;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Loading;
import org.chizheng.bank.Revision.Option;
import org.chizheng.bank.rule.ItemLife.Who;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A draft is held against the other drafts of its subject too, so that two authors do not write the same. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NeighboursTest {
    private static final String SUBJECT = "neighbours";
    private static final Who AUTHOR = new Who("t-neighbour", true, false);

    @Inject
    Drafting drafting;

    @Inject
    Editing editing;

    @Inject
    Checking checking;

    @Inject
    CheckReports reports;

    @Inject
    CheckItems items;

    @Inject
    Loading loading;

    private String own;

    @BeforeEach
    void aBank() throws IOException {
        loading.load(BankFixture.write(
                Files.createTempDirectory(Path.of("target"), "bank"), SUBJECT, "NEI", "manager-general"));
        loading.load(BankFixture.write(
                Files.createTempDirectory(Path.of("target"), "bank"), "neighbours-apart", "NEA", "manager-general"));
        own = random(40, System.nanoTime());
    }

    @Test
    void aDuplicateAndANearDraftAreListedWhetherTheyAreInReviewOrNot() {
        String same = begun(SUBJECT, draft(own));
        String near = begun(SUBJECT, draft(own.substring(0, 34) + "，并说明理由"));
        editing.submit(near, 1, AUTHOR);
        String code = begun(SUBJECT, draft(own + "。"));
        assertThat(found(code, draft(own + "。")))
                .anyMatch(said -> said.equals("DUPLICATE " + same))
                .anyMatch(said -> said.startsWith("NEAR_DUPLICATE " + near + " "))
                .noneMatch(said -> said.contains(code));
    }

    @Test
    void draftsOfAnotherSubjectAndDraftsThatAskSomethingElseAreNot() {
        begun("neighbours-apart", draft(own));
        begun(SUBJECT, draft(random(40, 3)));
        String code = begun(SUBJECT, draft(own));
        assertThat(found(code, draft(own))).isEmpty();
    }

    @Test
    void aDraftThatIsGoneIsNoLongerListed() {
        String gone = begun(SUBJECT, draft(own));
        String code = begun(SUBJECT, draft(own));
        assertThat(found(code, draft(own))).containsExactly("DUPLICATE " + gone);
        editing.discard(gone, 1, AUTHOR);
        assertThat(found(code, draft(own))).isEmpty();
    }

    /** By the index: what is read does not grow with the drafts that there are. */
    @Test
    void ofManyDraftsOnlyThoseThatShareARarePairAreRead() {
        List<ItemDraft> many = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            many.add(draft(random(40, i)));
        }
        drafting.create(SUBJECT, many, AUTHOR.name());
        String near = begun(SUBJECT, draft(own));
        CheckedItem item = CheckItems.item(
                "NEI-01-999", "01", "SINGLE", own + "？", draft(own).options(), "", null, null);
        List<CheckedItem> read = items.drafts(
                SUBJECT, "NEI-01-999", reports.of(SUBJECT).neighbours().probes(item));
        assertThat(read).extracting(CheckedItem::code).contains(near);
        assertThat(read.size()).isLessThan(150);
        assertThat(items.drafts(SUBJECT)).hasSizeGreaterThan(1500);
    }

    private String begun(String subject, ItemDraft draft) {
        return drafting.create(subject, List.of(draft), AUTHOR.name()).get(0);
    }

    private List<String> found(String code, ItemDraft draft) {
        return checking.of(SUBJECT, code, draft).stream()
                .filter(finding -> finding.check().endsWith("DUPLICATE"))
                .map(finding -> finding.check() + " " + finding.detail())
                .toList();
    }

    private static String random(int characters, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            text.append((char) (0x4e00 + random.nextInt(2000)));
        }
        return text.toString();
    }

    private static ItemDraft draft(String stem) {
        return new ItemDraft(
                "SINGLE",
                "01",
                2,
                stem,
                List.of(new Option("甲" + stem.charAt(0), true), new Option("乙乙", false), new Option("丙丙", false)),
                "说明",
                "《测试》（2026）第一条",
                null,
                null);
    }
}
