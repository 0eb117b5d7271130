package org.chizheng.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.PostgresResource;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.common.Reason;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.chizheng.record.Standing;
import org.chizheng.scoring.rule.Tally;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A key found wrong after papers were sat, from the dry run to the results that moved, on a real database. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RegradingTest extends SatExam {
    @Inject
    Regrading regrading;

    @Inject
    Applying applying;

    @Inject
    Regrades regrades;

    @Inject
    ResultChanges changes;

    @Inject
    Certificates certificates;

    @Inject
    Standing standing;

    @Test
    void aFailByTheWrongKeyBecomesAPassWithItsCertificateAndTheCandidateIsTold() {
        ResultView failed = handsIn(first, "甲", 20);
        assertThat(failed.raw()).isEqualTo(79);
        handsIn(second, "对", 0);
        releasing.release(session, "test");
        assertThat(failures(first)).isEqualTo(1);
        UUID regrade = regrading.open(form("CORRECTED_KEY", "HOLD_HARMLESS", RIGHT_NOW), reviewer());
        assertThat(newest(regrade).tally()).isEqualTo(new Tally(1, 1, 0, 1, 0));
        assertThat(result(first).raw()).as("a dry run moves nothing").isEqualTo(79);
        signByTwo(regrade);
        assertThat(applying.apply(regrade, reviewer())).isEqualTo(1);
        assertThat(result(first).raw()).isEqualTo(80);
        assertThat(result(first).passed()).isTrue();
        assertThat(result(first).corrected()).isTrue();
        assertThat(result(first).chapters().stream()
                        .mapToInt(ChapterShare::right)
                        .sum())
                .isEqualTo(70);
        assertThat(result(second).raw()).as("held harmless").isEqualTo(100);
        assertThat(failures(first)).as("attempts used up").isZero();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> certificates.ofPerson(first.who().id()).size() == 1);
        assertThat(mine("zh"))
                .contains("由 79 分改为 80 分", "一道题的答案有误", "变为合格", "下载证书")
                .doesNotContain(item, stem, "??");
        assertThat(mine("en")).contains("from 79 to 80 points").doesNotContain("??");
    }

    @Test
    void appliedTwiceIsAppliedOnce() {
        handsIn(first, "甲", 20);
        UUID regrade = regrading.open(form("CORRECTED_KEY", "FULL", RIGHT_NOW), reviewer());
        signByTwo(regrade);
        assertThat(applying.apply(regrade, reviewer())).isEqualTo(1);
        assertThat(applying.apply(regrade, reviewer())).isZero();
        assertThat(result(first).raw()).isEqualTo(80);
        assertThat(count("SELECT count(*) FROM result_change WHERE regrade_id = ?", regrade))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE subject_id = ? AND act = 'applied'", regrade + ""))
                .isEqualTo(1);
        refused(ScoringRefusal.REGRADE_CLOSED, () -> regrading.run(regrade, reviewer()));
        refused(ScoringRefusal.REGRADE_CLOSED, () -> regrading.withdraw(regrade, reviewer()));
    }

    @Test
    void heldHarmlessAPassStaysAndInFullItGoesAndComesBackWithOneCertificate() {
        assertThat(handsIn(first, "对", 20).raw()).isEqualTo(80);
        handsIn(second, "对", 0);
        releasing.release(session, "test");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> certificates.ofPerson(first.who().id()).size() == 1);
        apply(form("CORRECTED_KEY", "HOLD_HARMLESS", RIGHT_NOW));
        assertThat(result(first).raw()).isEqualTo(80);
        assertThat(result(first).corrected()).isFalse();
        UUID full = apply(form("CORRECTED_KEY", "FULL", RIGHT_NOW));
        assertThat(newest(full).tally()).isEqualTo(new Tally(0, 0, 2, 0, 1));
        assertThat(result(first).passed()).isFalse();
        assertThat(failures(first)).isEqualTo(1);
        assertThat(onLostPasses()).as("for the certificate officer").contains(certificate());
        UUID back = apply(form("CORRECTED_KEY", "FULL", RIGHT_THEN));
        assertThat(newest(back).tally()).as("the later one wins").isEqualTo(new Tally(0, 2, 0, 1, 0));
        assertThat(result(first).raw()).isEqualTo(80);
        assertThat(failures(first)).isZero();
        assertThat(onLostPasses()).doesNotContain(certificate());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> count(
                                "SELECT count(*) FROM certification_pending WHERE result_id = ?",
                                result(first).id())
                        == 0);
        assertThat(certificates.ofPerson(first.who().id())).hasSize(1);
        assertThat(changes.ofPerson(first.who().id()).of(result(first).id()))
                .extracting(ResultChange::newRaw)
                .containsExactly(79, 80);
    }

    @Test
    void aResultNotYetReleasedFollowsTheCorrectedKeyEvenWhenOthersAreHeldHarmless() {
        assertThat(handsIn(first, "对", 20).passed()).isTrue();
        handsIn(second, "甲", 0);
        apply(form("CORRECTED_KEY", "HOLD_HARMLESS", RIGHT_NOW));
        assertThat(result(first).raw()).isEqualTo(79);
        assertThat(result(second).raw()).isEqualTo(100);
        assertThat(failures(first)).as("nothing official changed").isZero();
        releasing.release(session, "test");
        assertThat(failures(first)).isEqualTo(1);
    }

    @Test
    void aSittingThatIsScoredLaterIsScoredWithTheCorrectionAndTheFrozenKeyStays() {
        String keys = keys();
        UUID regrade = apply(form("CORRECTED_KEY", "HOLD_HARMLESS", RIGHT_NOW));
        assertThat(newest(regrade).unscored()).isEqualTo(2);
        assertThat(handsIn(first, "甲", 20).raw()).isEqualTo(80);
        assertThat(handsIn(second, "对", 20).raw()).isEqualTo(79);
        assertThat(result(first).corrected())
                .as("nothing moved: it was right from the start")
                .isFalse();
        assertThat(keys()).isEqualTo(keys);
    }

    @Test
    void aVoidItemGivesItsPointsToAllWhoHadIt() {
        handsIn(first, "甲", 20);
        handsIn(second, "乙", 0);
        apply(form("CREDIT_ALL", "FULL"));
        assertThat(result(first).raw()).isEqualTo(80);
        assertThat(result(second).raw()).isEqualTo(100);
    }

    @Test
    void thePersonWhoSignedCannotSignAgain() {
        handsIn(first, "甲", 20);
        String opener = reviewer();
        UUID regrade = regrading.open(form("CORRECTED_KEY", "FULL", RIGHT_NOW), opener);
        UUID run = newest(regrade).id();
        refused(ScoringRefusal.NOT_SIGNED_BY_TWO, () -> applying.apply(regrade, opener));
        regrading.sign(regrade, run, opener);
        refused(ScoringRefusal.ALREADY_SIGNED, () -> regrading.sign(regrade, run, opener));
        assertThatThrownBy(() -> sql.update(
                        "INSERT INTO regrade_signature (run_id, place, signer, signed_at) VALUES (?, 2, ?, now())",
                        run,
                        opener))
                .as("nor does the database let it pass")
                .hasMessageContaining("regrade_signature_run_id_signer_key");
        refused(ScoringRefusal.NOT_SIGNED_BY_TWO, () -> applying.apply(regrade, opener));
        regrading.sign(regrade, run, reviewer());
        refused(ScoringRefusal.SIGNED_BY_TWO, () -> regrading.sign(regrade, run, reviewer()));
    }

    @Test
    void aSignatureIsWorthNothingOnceResultsHaveChanged() {
        handsIn(first, "甲", 20);
        UUID regrade = regrading.open(form("CORRECTED_KEY", "FULL", RIGHT_NOW), reviewer());
        UUID old = newest(regrade).id();
        regrading.sign(regrade, old, reviewer());
        handsIn(second, "对", 0);
        refused(ScoringRefusal.DRY_RUN_STALE, () -> regrading.sign(regrade, old, reviewer()));
        regrading.run(regrade, reviewer());
        refused(ScoringRefusal.DRY_RUN_STALE, () -> regrading.sign(regrade, old, reviewer()));
        assertThat(newest(regrade).signatures()).isEmpty();
        signByTwo(regrade);
        releasing.release(session, "test");
        refused(ScoringRefusal.DRY_RUN_STALE, () -> applying.apply(regrade, reviewer()));
        assertThat(result(first).raw()).isEqualTo(79);
        assertThat(regrades.find(regrade).orElseThrow().state()).isEqualTo("OPEN");
    }

    @Test
    void whatDoesNotMakeARegradeIsRefusedByName() {
        String by = reviewer();
        refused(ScoringRefusal.RIGHT_ONE, () -> regrading.open(form("CORRECTED_KEY", "FULL"), by));
        refused(ScoringRefusal.RIGHT_ONE, () -> regrading.open(form("CORRECTED_KEY", "FULL", 0, 1), by));
        refused(ScoringRefusal.OPTIONS_DIFFER, () -> regrading.open(form("CORRECTED_KEY", "FULL", 9), by));
        refused(ScoringRefusal.REMEDY_MISSING, () -> regrading.open(form("RESCALE", "FULL", 1), by));
        refused(ScoringRefusal.EFFECT_MISSING, () -> regrading.open(form("CREDIT_ALL", ""), by));
        refused(
                ScoringRefusal.REASON_LENGTH,
                () -> regrading.open(
                        new RegradeForm(item, 1, "CREDIT_ALL", List.of(), "FULL", "错", "测试文件〔2026〕1号"), by));
        refused(
                ScoringRefusal.SOURCE_LENGTH,
                () -> regrading.open(
                        new RegradeForm(item, 1, "CREDIT_ALL", List.of(), "FULL", "审题复核发现有误", "字".repeat(501)), by));
        UUID open = regrading.open(form("CREDIT_ALL", "FULL"), by);
        refused(ScoringRefusal.REGRADE_OPEN, () -> regrading.open(form("CREDIT_ALL", "FULL"), by));
        regrading.withdraw(open, by);
        refused(ScoringRefusal.REGRADE_CLOSED, () -> applying.apply(open, by));
        assertThat(regrading.open(form("CREDIT_ALL", "FULL"), by)).isNotEqualTo(open);
    }

    @Test
    void aScoreMovesOnlyThroughItsHistory() {
        UUID id = handsIn(first, "甲", 20).id();
        assertThatThrownBy(() -> sql.update("UPDATE result SET raw = 100 WHERE id = ?", id))
                .hasMessageContaining("permission denied");
        UUID regrade = regrading.open(form("CORRECTED_KEY", "FULL", RIGHT_NOW), reviewer());
        assertThatThrownBy(() -> sql.update(
                        "INSERT INTO result_change (id, result_id, regrade_id, released, old_raw, new_raw, old_passed, new_passed, old_chapters, new_chapters, changed_at)"
                                + " VALUES (?, ?, ?, false, 70, 100, false, true, '[]', '[]', now())",
                        UUID.randomUUID(),
                        id,
                        regrade))
                .hasMessageContaining("is not what its change says");
        assertThatThrownBy(() -> sql.update("DELETE FROM result_change")).hasMessageContaining("permission denied");
        assertThat(result(first).raw()).isEqualTo(79);
    }

    @Test
    void aScoreThatTheLogDoesNotGiveStopsTheRegrade() throws SQLException {
        UUID id = handsIn(first, "甲", 20).id();
        PostgresResource.asOwner("UPDATE result SET raw = 78 WHERE id = '" + id + "'");
        refused(
                ScoringRefusal.STORED_SCORE_DIFFERS,
                () -> regrading.open(form("CORRECTED_KEY", "FULL", RIGHT_NOW), reviewer()));
    }

    @Test
    void aPaperThatDoesNotSayWhatItHoldsIsKnownByItsWords() throws SQLException {
        UUID paper = sql.first(
                        "SELECT paper_id FROM sitting WHERE enrolment_id = ?",
                        row -> row.getObject(1, UUID.class),
                        first.enrolment())
                .orElseThrow();
        UUID copy = UUID.randomUUID();
        PostgresResource.asOwner(
                "INSERT INTO paper (id, batch_id, ordinal, digest, body, created_at) SELECT '%s', batch_id, 9999, digest, body, created_at FROM paper WHERE id = '%s'"
                        .formatted(copy, paper));
        assertThat(count(
                        "SELECT cardinality(a.places) FROM paper a JOIN paper b ON b.places = a.places WHERE a.id = ? AND b.id = ?",
                        paper,
                        copy))
                .isEqualTo(90);
    }

    private UUID apply(RegradeForm form) {
        UUID regrade = regrading.open(form, reviewer());
        signByTwo(regrade);
        applying.apply(regrade, reviewer());
        return regrade;
    }

    private void signByTwo(UUID regrade) {
        UUID run = newest(regrade).id();
        regrading.sign(regrade, run, reviewer());
        regrading.sign(regrade, run, reviewer());
    }

    private DryRun newest(UUID regrade) {
        return regrades.runs(regrade).get(0);
    }

    private int failures(Examinee examinee) {
        return standing.theoryFailuresSince(
                examinee.who().id(), QUALIFICATION, clock.today().minusYears(1));
    }

    private UUID certificate() {
        return certificates.ofPerson(first.who().id()).get(0).id();
    }

    private List<UUID> onLostPasses() {
        return certificates.onLostPasses("3201").stream()
                .map(CertificateView::id)
                .toList();
    }

    private String keys() {
        return sql.first(
                        "SELECT string_agg(k.answers, '' ORDER BY k.paper_id) FROM paper_key k JOIN sitting s ON s.paper_id = k.paper_id WHERE s.session_id = ?",
                        row -> row.getString(1),
                        session)
                .orElseThrow();
    }

    /** The candidate's own page. */
    private String mine(String lang) {
        Response signedIn = given().redirects()
                .follow(false)
                .formParam("j_username", account(Roles.CANDIDATE, first.who().id()))
                .formParam("j_password", PASSWORD)
                .post("/j_security_check");
        return given().cookies(signedIn.cookies()).get("/my?lang=" + lang).asString();
    }

    private static void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
