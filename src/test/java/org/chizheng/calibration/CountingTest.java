package org.chizheng.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.calibration.MadeUpSittings.Given;
import org.chizheng.calibration.MadeUpSittings.Sat;
import org.chizheng.calibration.rule.ClassicalItemStatistics;
import org.chizheng.calibration.rule.ItemStatistics;
import org.chizheng.calibration.rule.Responses;
import org.chizheng.common.Ids;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Sums that grow with each session say what all answers together say. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CountingTest {
    private final Random random = new Random(7);

    @Inject
    Accounting accounting;

    @Inject
    MadeUpSittings madeUp;

    @Inject
    Counting counting;

    @Inject
    Analyses analyses;

    @Inject
    CountedItems items;

    @Inject
    Sheets sheets;

    @Inject
    Sql sql;

    private String subject;
    private UUID session;

    @BeforeEach
    void aSubjectWithASession() {
        subject = madeUp.subject();
        session = madeUp.session(10);
    }

    private void count(Collection<Sat> sat) {
        Object[] ids = sat.stream().map(Sat::sitting).toArray(UUID[]::new);
        int waiting;
        do {
            counting.countWaiting();
            waiting = sql.first(
                            "SELECT count(*) FROM calibration_pending WHERE sitting_id = ANY (?)",
                            row -> row.getInt(1),
                            (Object) ids)
                    .orElseThrow();
        } while (waiting > 0);
    }

    private void assertCounted(List<Sat> sat) {
        Analyses.Analysis analysis = analyses.of(subject);
        List<CountedItem> counted = analysis.counted();
        ClassicalItemStatistics raw = new ClassicalItemStatistics(
                counted.stream().mapToInt(item -> item.options().size()).toArray());
        Responses.Builder builder = Responses.of(counted.size());
        List<String> codes = counted.stream().map(CountedItem::code).toList();
        for (Sat one : sat) {
            builder.candidate();
            for (Given given : one.answers()) {
                builder.answer(codes.indexOf(given.code()), given.right(), given.chosen());
            }
        }
        raw.absorb(builder.build());
        assertThat(analysis.sittings()).isEqualTo(sat.size());
        assertThat(analysis.reliability()).isEqualTo(raw.reliability()).isPresent();
        for (int place = 0; place < counted.size(); place++) {
            assertThat(analysis.items().get(place).statistics()).isEqualTo(raw.item(place));
        }
    }

    @Test
    void sessionAfterSessionInAnySweepsGivesWhatAllAnswersAtOnceGive() {
        List<Sat> sat = new ArrayList<>(madeUp.sit(session, subject, 25, random));
        count(sat);
        assertCounted(sat);
        UUID another = madeUp.session(5);
        List<Sat> more = madeUp.sit(another, subject, 9, random);
        List<Sat> still = madeUp.sit(session, subject, 14, random);
        sat.addAll(more);
        sat.addAll(still);
        count(still);
        count(more);
        assertCounted(sat);
    }

    @Test
    void aSittingThatWaitsTwiceIsCountedOnce() {
        List<Sat> sat = madeUp.sit(session, subject, 12, random);
        count(sat);
        sat.forEach(one -> sql.update("INSERT INTO calibration_pending (sitting_id) VALUES (?)", one.sitting()));
        count(sat);
        assertCounted(sat);
    }

    @Test
    void whatFailsLeavesNothingHalfCounted() throws SQLException {
        List<Sat> sat = madeUp.sit(session, subject, 6, random);
        UUID broken = sat.get(2).sitting();
        PostgresResource.asOwner(
                "UPDATE paper SET body = replace(body, '第', '某') WHERE id = (SELECT paper_id FROM sitting WHERE id = '"
                        + broken + "')");
        List<Sat> good =
                sat.stream().filter(one -> !one.sitting().equals(broken)).toList();
        count(good);
        assertThat(sql.list(
                        "SELECT failures FROM calibration_pending WHERE sitting_id = ?", row -> row.getInt(1), broken))
                .as("waits, and holds nobody up")
                .hasSize(1);
        assertCounted(good);
        PostgresResource.asOwner("DELETE FROM calibration_pending WHERE sitting_id = '" + broken + "'");
    }

    @Test
    void aRehearsalIsNeverCounted() {
        List<Sat> sat = madeUp.sit(session, subject, 8, random);
        UUID rehearsal = madeUp.session(3);
        sql.update("UPDATE exam_session SET rehearsal = true WHERE id = ?", rehearsal);
        List<Sat> played = madeUp.sit(rehearsal, subject, 8, random);
        count(sat);
        count(played);
        assertCounted(sat);
    }

    @Test
    void aRegradeMovesTheStatisticsOfWhatWasCountedBefore() {
        count(madeUp.sit(session, subject, 60, random));
        ItemStatistics before = statistics();
        regrade(miskeyed().revision(), "[\"甲\"]");
        ItemStatistics after = statistics();
        assertThat(miskeyed().key()).isEqualTo(0b0010);
        assertThat(after.right().times()).isEqualTo(before.options().get(1).times());
        assertThat(after.facility().orElseThrow())
                .isNotEqualTo(before.facility().orElseThrow());
        assertThat(after.options()).isEqualTo(before.options());
        List<Sat> more = madeUp.sit(session, subject, 5, random);
        count(more);
        regrade(miskeyed().revision(), "[\"丙\"]");
        assertThat(miskeyed().key()).as("the last one counts").isEqualTo(0b1000);
    }

    /** As if two people had signed it and it were applied. */
    private void regrade(UUID revision, String rightTexts) {
        String by = "r" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
        accounting.open(by, "a long word for tests", "测试", "Test", null);
        UUID regrade = Ids.next();
        UUID run = Ids.next();
        sql.update(
                "INSERT INTO regrade (id, revision_id, remedy, right_texts, effect, reason, source, opened_by, opened_at)"
                        + " VALUES (?, ?, 'CORRECTED_KEY', ?::jsonb, 'FULL', '答案标错了。', '测试用依据', ?, now())",
                regrade,
                revision,
                rightTexts,
                by);
        sql.update(
                "INSERT INTO regrade_run (id, regrade_id, number, run_by, run_at, digest, unscored, unchanged, up, down, to_pass, to_fail)"
                        + " VALUES (?, ?, 1, ?, now(), '', 0, 0, 0, 0, 0, 0)",
                run,
                regrade,
                by);
        sql.update(
                "UPDATE regrade SET turn = (SELECT coalesce(max(turn), 0) + 1 FROM regrade), applied_by = ?, applied_at = now(), applied_run = ? WHERE id = ?",
                by,
                run,
                regrade);
    }

    private CountedItem miskeyed() {
        return items.of(subject).stream()
                .filter(item -> item.stem().equals(MadeUpSittings.MISKEYED))
                .findFirst()
                .orElseThrow();
    }

    private ItemStatistics statistics() {
        return analyses.of(subject).items().stream()
                .filter(item -> item.item().stem().equals(MadeUpSittings.MISKEYED))
                .findFirst()
                .orElseThrow()
                .statistics();
    }

    @Test
    void theReliabilityOfASessionIsThatOfItsOwnSittings() {
        List<Sat> sat = madeUp.sit(session, subject, 40, random);
        UUID another = madeUp.session(5);
        List<Sat> more = madeUp.sit(another, subject, 31, random);
        count(sat);
        count(more);
        assertThat(sheets.bySession(subject, items.of(subject), 10))
                .extracting(Sheets.SessionReliability::sittings)
                .containsExactlyInAnyOrder(40, 31);
        assertThat(sheets.bySession(subject, items.of(subject), 1))
                .hasSize(1)
                .allSatisfy(one ->
                        assertThat(one.reliability().orElseThrow().alpha()).isBetween(0.5, 1.0));
    }

    @Test
    void onlyTheNewestSittingsKeepTheirAnswersAndTheSumsStay() {
        List<Sat> sat = madeUp.sit(session, subject, 30, random);
        count(sat);
        sheets.trim(subject, 12);
        Sheets.Kept kept = sheets.newest(subject, items.of(subject));
        assertThat(kept.sittings()).isEqualTo(12);
        assertThat(kept.newest()).isPresent();
        assertCounted(sat);
    }
}
