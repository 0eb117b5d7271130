package org.chizheng.verification;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.rule.Validity;
import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.OfficialClock;
import org.chizheng.people.rule.Masking;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.rule.PolicyTerm;

import io.micrometer.core.instrument.MeterRegistry;

/** Answers by code, as of today, with names and numbers masked. */
@ApplicationScoped
public class Verifying {
    private final Certificates certificates;
    private final Qualifications qualifications;
    private final Policies policies;
    private final OfficialClock clock;
    private final ChizhengConfig config;
    private final MeterRegistry meters;

    public Verifying(
            Certificates certificates,
            Qualifications qualifications,
            Policies policies,
            OfficialClock clock,
            ChizhengConfig config,
            MeterRegistry meters) {
        this.meters = meters;
        this.certificates = certificates;
        this.qualifications = qualifications;
        this.policies = policies;
        this.clock = clock;
        this.config = config;
    }

    /** @param text as typed or scanned; spaces, hyphens and lower case are allowed */
    public AnswerView verify(String text) {
        AnswerView answer = look(text);
        meters.counter("chizheng.verifications", "result", answer.resultClass()).increment();
        return answer;
    }

    private AnswerView look(String text) {
        String code = VerificationCode.tidy(text);
        if (!VerificationCode.isWellFormed(code)) {
            return nothing("MALFORMED", text.length() > 40 ? "" : text);
        }
        return certificates.byCode(code).map(this::answer).orElseGet(() -> nothing("UNKNOWN", code));
    }

    private AnswerView answer(CertificateView c) {
        QualificationView q = qualifications.get(c.qualification());
        int expiring = policies.byId(c.policy()).number(PolicyTerm.EXPIRING_DAYS);
        return new AnswerView(
                Validity.on(clock.today(), c.validFrom(), c.validTo(), expiring, c.events()),
                VerificationCode.grouped(c.code()),
                Masking.name(c.holderName()),
                c.holderIdMasked(),
                q.documentZh(),
                q.documentEn(),
                q.postZh(),
                q.postEn(),
                q.zh(),
                q.en(),
                c.issuerZh(),
                c.issuerEn(),
                c.validFrom(),
                c.validTo(),
                clock.now(),
                host());
    }

    private AnswerView nothing(String resultClass, String code) {
        return new AnswerView(
                resultClass,
                code,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                clock.now(),
                host());
    }

    /** Where the true verification page is. */
    String host() {
        return URI.create(config.publicUrl()).getAuthority();
    }
}
