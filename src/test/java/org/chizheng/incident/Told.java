package org.chizheng.incident;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.incident.rule.Measure;

/** Incidents for tests, made by the legal steps. */
@ApplicationScoped
public class Told {
    private final Reporting reporting;
    private final Attesting attesting;
    private final Informing informing;
    private final Deciding deciding;
    private final Appealing appealing;
    private final OfficialClock clock;

    Told(
            Reporting reporting,
            Attesting attesting,
            Informing informing,
            Deciding deciding,
            Appealing appealing,
            OfficialClock clock) {
        this.reporting = reporting;
        this.attesting = attesting;
        this.informing = informing;
        this.deciding = deciding;
        this.appealing = appealing;
        this.clock = clock;
    }

    /** Somebody new, whose account stands for nobody. */
    public static Signatory somebody() {
        return new Signatory("account:t" + UUID.randomUUID(), null);
    }

    public String now() {
        return Times.field(clock.now());
    }

    static String field(Instant at) {
        return Times.field(at);
    }

    /** @param enrolment null for the whole room */
    public UUID reported(UUID session, UUID enrolment, String what, Signatory by) {
        return reporting.report(session, new IncidentForm(what, enrolment, now(), "测试：监考发现异常情况"), by);
    }

    public UUID signedByTwo(UUID session, UUID enrolment, String what) {
        Signatory first = somebody();
        UUID incident = reported(session, enrolment, what, first);
        attesting.sign(incident, first);
        attesting.sign(incident, somebody());
        return incident;
    }

    public UUID informed(UUID session, UUID enrolment, String what) {
        UUID incident = signedByTwo(session, enrolment, what);
        informing.inform(incident, new NoticeForm(now(), "IN_PERSON", "我没有", "REFUSED", "考生拒绝签名"), "account:test");
        return incident;
    }

    public UUID decided(UUID session, UUID enrolment, String what, Measure effect) {
        UUID incident = informed(session, enrolment, what);
        deciding.decide(incident, effect, "测试：事实清楚", somebody());
        return incident;
    }

    public void appealed(UUID incident, Measure effect) {
        appealing.file(incident, "测试：我不服这个决定", "account:candidate");
        appealing.decide(incident, effect, "测试：复核认定", somebody());
    }
}
