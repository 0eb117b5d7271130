package org.chizheng.certificate;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Auditing;
import org.chizheng.certificate.rule.Validity;
import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.common.Backlog;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.Masking;
import org.chizheng.record.Recording;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.scoring.ResultView;
import org.chizheng.scoring.Results;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

/** Issues a certificate for each released pass that waits: work in proportion to new passes, safe to repeat, validity by the policy of the day of issue. */
@ApplicationScoped
public class Issuing {
    static final String NUMBER = "certificate.number";
    static final String PDF = "certificate.pdf";
    private static final Backlog.Shelf WAITING = new Backlog.Shelf("certification_pending", "result_id");
    private static final int MOST = 50;
    private final Sql sql;
    private final Results results;
    private final Persons persons;
    private final Policies policies;
    private final Qualifications qualifications;
    private final Recording recording;
    private final CertificateDrawing drawing;
    private final ChizhengConfig config;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Auditing auditing;
    private final Backlog backlog;
    private final SecureRandom random = new SecureRandom();
    private final MeterRegistry meters;

    public Issuing(
            Sql sql,
            Results results,
            Persons persons,
            Policies policies,
            Qualifications qualifications,
            Recording recording,
            CertificateDrawing drawing,
            ChizhengConfig config,
            Sealer sealer,
            OfficialClock clock,
            Auditing auditing,
            Backlog backlog,
            MeterRegistry meters) {
        this.meters = meters;
        this.sql = sql;
        this.results = results;
        this.persons = persons;
        this.policies = policies;
        this.qualifications = qualifications;
        this.recording = recording;
        this.drawing = drawing;
        this.config = config;
        this.sealer = sealer;
        this.clock = clock;
        this.auditing = auditing;
        this.backlog = backlog;
    }

    @Swept
    @Scheduled(every = "1s", identity = "issuing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        issueWaiting();
    }

    /** @return how many were issued */
    public int issueWaiting() {
        return backlog.work(
                WAITING,
                MOST,
                waiting -> waiting.stream()
                        .map(result -> results.find(result).orElseThrow())
                        .filter(this::isDue)
                        .forEach(this::issue));
    }

    /** A regrade may have taken the pass back meanwhile, or given again one that was certified: of each result there is one certificate. */
    private boolean isDue(ResultView result) {
        return result.passed()
                && sql.first("SELECT 1 FROM certificate WHERE result_id = ?", row -> true, result.id())
                        .isEmpty();
    }

    private void issue(ResultView result) {
        LocalDate today = clock.today();
        Person person = persons.findById(result.personId());
        PolicyTerms policy = policies.inForce(result.qualification(), today);
        UUID id = Ids.next();
        String code = VerificationCode.draw(random);
        String fileNumber = "%d%s".formatted(today.getYear(), code.substring(0, 10));
        CertificateFace face = face(person, policy, result.qualification(), code, fileNumber, today);
        byte[] pdf = drawing.draw(face);
        sql.update(
                "INSERT INTO certificate (id, result_id, person_id, qualification, policy, code, number_sealed, file_number, holder_name,"
                        + " holder_id_masked, issuer_zh, issuer_en, first_issued_on, valid_from, valid_to, issued_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                result.id(),
                person.id(),
                result.qualification(),
                policy.id(),
                code,
                sealer.seal(face.number(), NUMBER, id),
                fileNumber,
                face.name(),
                Masking.idNumber(face.idNumber()),
                face.issuerZh(),
                face.issuerEn(),
                face.firstIssuedOn(),
                face.validFrom(),
                face.validTo(),
                clock.now());
        sql.update(
                "INSERT INTO certificate_file (certificate_id, digest, pdf_sealed) VALUES (?, ?, ?)",
                id,
                Digests.file(pdf),
                sealer.seal(pdf, PDF, id));
        recording.add(
                person.id(), result.qualification(), "CERTIFICATE_ISSUED", today, face.validTo(), id, policy.id());
        meters.counter("chizheng.certificates.issued").increment();
        auditing.note("issued", "certificate", id, policy.id());
    }

    private CertificateFace face(
            Person person, PolicyTerms policy, String qualification, String code, String fileNumber, LocalDate today) {
        QualificationView q = qualifications.get(qualification);
        String idNumber = person.idNumber(sealer);
        boolean operator = "OPERATOR".equals(q.postCategory());
        return new CertificateFace(
                q.documentZh(),
                q.documentEn(),
                person.name(),
                person.isMale(),
                person.photo(sealer),
                idNumber,
                operator ? "T" + idNumber : fileNumber,
                q.categoryZh(),
                q.categoryEn(),
                operator ? q.itemZh() : q.zh(),
                q.itemEn(),
                today,
                today,
                Validity.lastDay(today, policy.certificateYears()),
                config.issuerZh(),
                config.issuerEn(),
                fileNumber,
                code,
                config.publicUrl() + "/v/" + code,
                config.demo());
    }
}
