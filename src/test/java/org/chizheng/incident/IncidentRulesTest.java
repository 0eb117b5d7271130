package org.chizheng.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.OnTheDay;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.Workplace;
import org.chizheng.common.Reason;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.incident.rule.IncidentState;
import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;
import org.chizheng.record.Standing;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.sitting.Beginning;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Who may do what to an incident and when, and what a decision does to the candidate. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IncidentRulesTest extends RunningRoom {
    @Inject
    Told told;

    @Inject
    Incidents incidents;

    @Inject
    IncidentFiles files;

    @Inject
    Reporting reporting;

    @Inject
    Evidencing evidencing;

    @Inject
    Attesting attesting;

    @Inject
    Informing informing;

    @Inject
    Deciding deciding;

    @Inject
    Appealing appealing;

    @Inject
    Compensating compensating;

    @Inject
    Beginning beginning;

    @Inject
    Standing standing;

    @Inject
    WorkingDays workingDays;

    @Inject
    Workplace workplace;

    @Inject
    Sql sql;

    private Workplace.Someone cheater;
    private UUID enrolment;

    @Override
    protected void beforeCheckIn() {
        cheater = workplace.someone();
        String other = enrolling.enrol(session, cheater.name(), cheater.idNumber(), null);
        enrolment = sessions.byTicket(other).orElseThrow().id();
    }

    private static void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private IncidentState state(UUID incident) {
        return incidents.find(incident).orElseThrow().state();
    }

    @Test
    void twoDifferentPeopleSignAndNeitherOneAccountNorOnePersonTwice() {
        UUID human = workplace.someone().id();
        Signatory one = new Signatory("account:one" + enrolment, human);
        UUID incident = told.reported(session, enrolment, "DEVICE", one);
        evidencing.addNote(incident, "手机放在键盘下面", "account:one");
        attesting.sign(incident, one);
        refused(IncidentRefusal.ALREADY_SIGNED, () -> attesting.sign(incident, one));
        refused(
                IncidentRefusal.ALREADY_SIGNED,
                () -> attesting.sign(incident, new Signatory("account:another", human)));
        refused(IncidentRefusal.EVIDENCE_CLOSED, () -> evidencing.addNote(incident, "后来想起来的", "account:one"));
        assertThatThrownBy(() -> sql.update(
                        "INSERT INTO incident_signature (incident_id, place, signer, person_id, digest, signed_at) VALUES (?, 2, 'x', ?, '', now())",
                        incident,
                        human))
                .as("nor does the database let it pass")
                .hasMessageContaining("incident_signature_person");
        assertThat(state(incident)).isEqualTo(IncidentState.RECORDED);
        attesting.sign(incident, Told.somebody());
        assertThat(state(incident)).isEqualTo(IncidentState.SIGNED);
        IncidentFile file = files.find(incident).orElseThrow();
        assertThat(file.signatures())
                .extracting(IncidentFile.Signature::digest)
                .as("both signed the same")
                .containsOnly(file.signatures().get(0).digest());
        refused(IncidentRefusal.SIGNED_BY_TWO, () -> attesting.sign(incident, Told.somebody()));
        refused(IncidentRefusal.SIGNED_BY_TWO, () -> reporting.withdraw(incident, "记错了人", one));
        evidencing.addNote(incident, "第二天在录像里看到", "account:one");
        assertThat(files.find(incident).orElseThrow().evidence())
                .extracting(IncidentFile.Evidence::later)
                .containsExactly(false, true);
    }

    @Test
    void theAuthorityDecidesAfterTheCandidateWasToldAndByNobodyWhoHadAHandInIt() {
        Signatory reporter = Told.somebody();
        Signatory second = new Signatory("account:second", workplace.someone().id());
        UUID incident = told.reported(session, enrolment, "TALKING", reporter);
        NoticeForm notice = new NoticeForm(told.now(), "IN_PERSON", "", "REFUSED", "");
        refused(IncidentRefusal.NOT_SIGNED_BY_TWO, () -> informing.inform(incident, notice, "x"));
        attesting.sign(incident, reporter);
        attesting.sign(incident, second);
        refused(
                IncidentRefusal.NOT_INFORMED,
                () -> deciding.decide(incident, new Sanction(Measure.ZERO, false), "本案事实清楚", Told.somebody()));
        refused(IncidentRefusal.REMARK_MISSING, () -> informing.inform(incident, notice, "x"));
        informing.inform(incident, new NoticeForm(told.now(), "IN_PERSON", "我没有说话", "REFUSED", "拒签"), "x");
        assertThat(files.find(incident).orElseThrow().notice().statement()).isEqualTo("我没有说话");
        refused(
                IncidentRefusal.HAND_IN_IT,
                () -> deciding.decide(incident, new Sanction(Measure.ZERO, false), "本案事实清楚", reporter));
        Signatory sameHuman = new Signatory("account:office", second.person());
        refused(
                IncidentRefusal.HAND_IN_IT,
                () -> deciding.decide(incident, new Sanction(Measure.ZERO, false), "本案事实清楚", sameHuman));
        refused(
                IncidentRefusal.EFFECT_NOT_ALLOWED,
                () -> deciding.decide(incident, new Sanction(Measure.BAN, false), "本案事实清楚", Told.somebody()));
        assertThatThrownBy(() -> sql.update(
                        "INSERT INTO incident_decision (id, incident_id, stage, effect, reasons, decided_by, decided_at, appeal_due) VALUES (?, ?, 'FIRST', 'ZERO', 'x', ?, now(), now())",
                        UUID.randomUUID(),
                        incident,
                        reporter.name()))
                .as("nor does the database let it pass")
                .hasMessageContaining("had a hand in it");
        Signatory authority = Told.somebody();
        deciding.decide(incident, new Sanction(Measure.WARNING, false), "本案事实清楚", authority);
        refused(
                IncidentRefusal.ALREADY_DECIDED,
                () -> deciding.decide(incident, new Sanction(Measure.ZERO, false), "本案事实清楚", Told.somebody()));
        appealing.file(incident, "我没有说话，请复核", "account:candidate");
        refused(
                IncidentRefusal.HAND_IN_IT,
                () -> appealing.decide(incident, new Sanction(Measure.NONE, false), "经复核认定", authority));
        refused(
                IncidentRefusal.APPEAL_HARSHER,
                () -> appealing.decide(incident, new Sanction(Measure.ZERO, false), "经复核认定", Told.somebody()));
        appealing.decide(incident, new Sanction(Measure.NONE, false), "经复核认定不属实", Told.somebody());
        assertThat(state(incident)).isEqualTo(IncidentState.FINAL);
        assertThat(incidents.find(incident).orElseThrow().effect()).isEqualTo(Measure.NONE);
    }

    @Test
    void aBanKeepsTheCandidateOutForTheYearsOfThePolicyUntilAnAppealLiftsIt() {
        UUID incident = told.decided(session, enrolment, "IMPERSONATION", Measure.BAN);
        LocalDate today = clock.today();
        assertThat(files.find(incident).orElseThrow().decisions().get(0).banUntil())
                .as("impersonation: as long as for fraud")
                .isEqualTo(today.plusYears(3).minusDays(1));
        assertThat(standing.isBanned(cheater.id(), today)).isTrue();
        assertThat(standing.isBanned(cheater.id(), today.plusYears(3).minusDays(1)))
                .isTrue();
        assertThat(standing.isBanned(cheater.id(), today.plusYears(3))).isFalse();
        told.appealed(incident, Measure.ZERO);
        assertThat(standing.isBanned(cheater.id(), today)).isFalse();
        assertThat(files.find(incident).orElseThrow().decisions())
                .extracting(IncidentFile.Decision::effect)
                .as("the first one stays on record")
                .containsExactly(Measure.BAN, Measure.ZERO);
        UUID phone = told.decided(session, enrolment, "DEVICE", Measure.BAN);
        assertThat(files.find(phone).orElseThrow().decisions().get(0).banUntil())
                .isEqualTo(today.plusYears(1).minusDays(1));
    }

    @Test
    void anAppealIsTakenOnTheLastWorkingDayAndNotOnTheDayAfter() {
        UUID incident = told.decided(session, enrolment, "SEAT", Measure.ZERO);
        LocalDate due = files.find(incident).orElseThrow().decisions().get(0).appealDue();
        assertThat(due).isEqualTo(workingDays.after(clock.today(), 5));
        OnTheDay.at(
                due.plusDays(1) + "T00:00",
                () -> refused(IncidentRefusal.APPEAL_TOO_LATE, () -> appealing.file(incident, "请复核这个决定", "account:c")));
        OnTheDay.at(due + "T23:59", () -> appealing.file(incident, "请复核这个决定", "account:c"));
        IncidentRow row = incidents.find(incident).orElseThrow();
        assertThat(row.state()).isEqualTo(IncidentState.APPEALED);
        assertThat(row.answerDue()).isEqualTo(workingDays.after(due, 15));
        refused(IncidentRefusal.ALREADY_APPEALED, () -> appealing.file(incident, "请复核这个决定", "account:c"));
        UUID cleared = told.decided(session, enrolment, "SEAT", Measure.NONE);
        refused(IncidentRefusal.NOTHING_TO_APPEAL, () -> appealing.file(cleared, "请复核这个决定", "account:c"));
    }

    @Test
    void technicalTroubleGivesTimeBackOnce() {
        checkingIn.checkIn(session, enrolment);
        UUID incident = told.signedByTwo(session, enrolment, "EQUIPMENT");
        refused(IncidentRefusal.NOBODY_UNDER_WAY, () -> compensating.credit(incident, 10, "键盘坏了", "account:x"));
        beginning.begin(enrolment);
        Instant before = deadline();
        assertThat(compensating.credit(incident, 10, "键盘坏了", "account:x")).isEqualTo(1);
        assertThat(Duration.between(before, deadline())).isEqualTo(Duration.ofMinutes(10));
        refused(IncidentRefusal.ALREADY_CREDITED, () -> compensating.credit(incident, 10, "键盘坏了", "account:x"));
        assertThat(Duration.between(before, deadline())).isEqualTo(Duration.ofMinutes(10));
        assertThat(state(incident)).as("no breach: nobody decides").isEqualTo(IncidentState.FINAL);
        refused(
                IncidentRefusal.NO_BREACH,
                () -> deciding.decide(incident, new Sanction(Measure.NONE, false), "没有理由", Told.somebody()));
        UUID cheating = told.signedByTwo(session, enrolment, "COPYING");
        refused(IncidentRefusal.NO_TIME_LOST, () -> compensating.credit(cheating, 10, "键盘坏了", "account:x"));
    }

    private Instant deadline() {
        return sql.first(
                        "SELECT deadline FROM sitting WHERE enrolment_id = ?",
                        row -> Sql.instant(row, "deadline"),
                        enrolment)
                .orElseThrow();
    }

    @Test
    void aPowerCutGivesTimeToAllWhoSit() {
        checkingIn.checkIn(session, enrolment);
        beginning.begin(enrolment);
        UUID first = sessions.byTicket(ticket).orElseThrow().id();
        beginning.begin(first);
        UUID incident = told.signedByTwo(session, null, "POWER");
        assertThat(compensating.credit(incident, 15, "停电", "account:x")).isEqualTo(2);
    }

    @Test
    void whatIsToldAndHandedOverIsKeptUnderSealAndWhatDoesNotFitIsRefusedByName() {
        Signatory by = Told.somebody();
        refused(IncidentRefusal.CANDIDATE_MISSING, () -> told.reported(session, null, "DEVICE", by));
        refused(IncidentRefusal.CANDIDATE_MISSING, () -> told.reported(session, UUID.randomUUID(), "DEVICE", by));
        refused(IncidentRefusal.CLASS_UNKNOWN, () -> told.reported(session, null, "NONSENSE", by));
        refused(
                IncidentRefusal.TIME_INVALID,
                () -> reporting.report(
                        session,
                        new IncidentForm("POWER", null, Told.field(clock.now().plusSeconds(120)), "还没有发生"),
                        by));
        refused(
                IncidentRefusal.ACCOUNT_LENGTH,
                () -> reporting.report(session, new IncidentForm("POWER", null, told.now(), "停电"), by));
        UUID incident = told.reported(session, enrolment, "DEVICE", by);
        byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};
        UUID evidence = evidencing.addFile(incident, "C:\\照片\\手机.jpg", picture, "account:x");
        refused(
                IncidentRefusal.FILE_TYPE,
                () -> evidencing.addFile(
                        incident, "photo.jpg", "<script>".getBytes(StandardCharsets.US_ASCII), "account:x"));
        byte[] large = new byte[(5 << 20) + 1];
        System.arraycopy(picture, 0, large, 0, 3);
        refused(IncidentRefusal.FILE_SIZE, () -> evidencing.addFile(incident, "photo.jpg", large, "account:x"));
        String from = Told.field(clock.now().minusSeconds(600));
        evidencing.addVideo(incident, "REC-20261009-1", "3号摄像头", from, told.now(), "account:x");
        refused(
                IncidentRefusal.VIDEO_INCOMPLETE,
                () -> evidencing.addVideo(incident, "REC", "3", told.now(), from, "account:x"));
        IncidentFiles.Content content = files.content(incident, evidence).orElseThrow();
        assertThat(content.bytes()).isEqualTo(picture);
        assertThat(content.name()).isEqualTo("手机.jpg");
        assertThat(content.mediaType()).isEqualTo("image/jpeg");
        assertThat(sql.list(
                        "SELECT 1 FROM incident i JOIN incident_evidence e ON e.incident_id = i.id WHERE i.id = ? AND (position('\\xffd8ff'::bytea IN e.content_sealed) > 0"
                                + " OR position(convert_to('监考发现', 'UTF8') IN i.account_sealed) > 0)",
                        row -> 1,
                        incident))
                .as("nothing in clear")
                .isEmpty();
        assertThatThrownBy(() -> sql.update("DELETE FROM incident_evidence")).hasMessageContaining("permission denied");
        reporting.withdraw(incident, "认错了考生", by);
        refused(IncidentRefusal.WITHDRAWN, () -> attesting.sign(incident, Told.somebody()));
        assertThat(state(incident)).isEqualTo(IncidentState.WITHDRAWN);
    }
}
