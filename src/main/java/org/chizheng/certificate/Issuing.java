package org.chizheng.certificate;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.certificate.document.DocumentPress;
import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.common.Backlog;
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
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.scoring.ResultView;
import org.chizheng.scoring.Results;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

/**
 * Issues certificates: a sweep for each released pass that waits, in proportion to new passes and safe to repeat, validity by the policy of the day of issue; and in the
 * transaction of an act that replaces one.
 */
@ApplicationScoped
public class Issuing {
    static final String NUMBER = "certificate.number";
    private static final String SHEET = "certificate.pdf";
    private static final String CARD = "certificate.card";
    private static final Backlog.Shelf WAITING = new Backlog.Shelf("certification_pending", "result_id");
    private static final String REGION =
            "SELECT z.region FROM exam_session s JOIN centre z ON z.id = s.centre_id WHERE s.id = ?";
    private static final int MOST = 50;
    private final Sql sql;
    private final Results results;
    private final Persons persons;
    private final Policies policies;
    private final Recording recording;
    private final Faces faces;
    private final DocumentPress press;
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
            Recording recording,
            Faces faces,
            DocumentPress press,
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
        this.recording = recording;
        this.faces = faces;
        this.press = press;
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
        PolicyTerms policy = policies.inForce(result.qualification(), today);
        String region =
                sql.first(REGION, row -> row.getString(1), result.sessionId()).orElseThrow();
        issue(IssueOrder.onResult(result.id(), result.personId(), result.qualification(), policy, region, today));
    }

    /** The one way in which certificates come to be. @return the id of the new one */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID issue(IssueOrder order) {
        LocalDate today = clock.today();
        Person person = persons.findById(order.person());
        PolicyTerms policy = order.policy();
        UUID id = Ids.next();
        String code = VerificationCode.draw(random);
        String fileNumber = "%d%s".formatted(today.getYear(), code.substring(0, 10));
        CertificateFace face = faces.face(id, person, order, code, fileNumber);
        sql.update(
                "INSERT INTO certificate (id, result_id, practical_result_id, person_id, qualification, policy, code, number_sealed, file_number, holder_name,"
                        + " holder_id_masked, issuer_zh, issuer_en, first_issued_on, valid_from, valid_to, issued_at, origin, follows_id, region, review_due)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                order.result(),
                order.practical(),
                person.id(),
                order.qualification(),
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
                clock.now(),
                order.origin(),
                order.follows(),
                order.region(),
                order.reviewDue());
        store(id, press.pressAll(face));
        recording.add(person.id(), order.qualification(), "CERTIFICATE_ISSUED", today, face.validTo(), id, policy.id());
        meters.counter("chizheng.certificates.issued").increment();
        auditing.note("issued", "certificate", id, order.origin() + " " + policy.id());
        return id;
    }

    /** The bytes of a document are stored with their digest, and never made anew. */
    private void store(UUID id, Map<DocumentSize, byte[]> documents) {
        documents.forEach((size, pdf) -> sql.update(
                "INSERT INTO certificate_file (certificate_id, size, digest, pdf_sealed) VALUES (?, ?, ?, ?)",
                id,
                size.name(),
                Digests.file(pdf),
                sealer.seal(pdf, purpose(size), id)));
    }

    /** What a stored document is sealed for. */
    static String purpose(DocumentSize size) {
        return size == DocumentSize.A4 ? SHEET : CARD;
    }
}
