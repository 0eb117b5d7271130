package org.chizheng.incident;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;

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
        decided(incident, new Sanction(effect, false));
        return incident;
    }

    public void decided(UUID incident, Sanction sanction) {
        deciding.decide(incident, sanction, "测试：事实清楚", somebody());
    }

    /** The same of a practical. */
    public UUID decidedInPractical(UUID day, UUID candidate, String what, Sanction sanction) {
        UUID incident = informedInPractical(day, candidate, what);
        decided(incident, sanction);
        return incident;
    }

    public UUID informedInPractical(UUID day, UUID candidate, String what) {
        Signatory first = somebody();
        UUID incident = reporting.reportPractical(day, new IncidentForm(what, candidate, now(), "测试：考评员发现异常情况"), first);
        attesting.sign(incident, first);
        attesting.sign(incident, somebody());
        informing.inform(incident, new NoticeForm(now(), "IN_PERSON", null, "SIGNED", null), "account:test");
        return incident;
    }

    public void appealed(UUID incident, Measure effect) {
        appealed(incident, new Sanction(effect, false));
    }

    public void appealed(UUID incident, Sanction sanction) {
        appealing.file(incident, "测试：我不服这个决定", "account:candidate");
        appealing.decide(incident, sanction, "测试：复核认定", somebody());
    }
}
