package org.chizheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.centre.Equipping;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Issuing;
import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Certificates of any dates and qualifications: the rows that an exam would have left, without the exam. */
@ApplicationScoped
public class Certified {
    /** County of the centre where all of them are earned. */
    public static final String REGION = "320102";

    private static final String POLICY = "order-44-principal";
    private final Loading loading;
    private final BlueprintLoading blueprintLoading;
    private final Blueprints blueprints;
    private final Equipping equipping;
    private final OfficialClock clock;
    private final Sql sql;
    private final Issuing issuing;
    private final Certificates certificates;
    private final SecureRandom random = new SecureRandom();
    private UUID centre;
    private UUID room;
    private UUID batch;
    private UUID paper;

    public Certified(
            Loading loading,
            BlueprintLoading blueprintLoading,
            Blueprints blueprints,
            Equipping equipping,
            OfficialClock clock,
            Sql sql,
            Issuing issuing,
            Certificates certificates) {
        this.loading = loading;
        this.blueprintLoading = blueprintLoading;
        this.blueprints = blueprints;
        this.equipping = equipping;
        this.clock = clock;
        this.sql = sql;
        this.issuing = issuing;
        this.certificates = certificates;
    }

    /** As a released pass is certified: with its documents, its claim and its place in a status list. */
    public CertificateView issueByTheSweep(Workplace.Someone holder, String qualification) {
        UUID result = passed(holder.id(), qualification);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("INSERT INTO certification_pending (result_id) VALUES (?)", result));
        for (int i = 0; i < 100 && certificates.ofPerson(holder.id()).isEmpty(); i++) {
            issuing.issueWaiting();
            LockSupport.parkNanos(50_000_000);
        }
        return certificates.ofPerson(holder.id()).get(0);
    }

    /** Issued on its first day, valid for the six years around today. */
    public UUID issue(Workplace.Someone holder, String qualification) {
        LocalDate today = clock.today();
        return issue(holder, qualification, today.minusYears(3), today.plusYears(3));
    }

    /** Issued on its first day; to is the last valid day. */
    public UUID issue(Workplace.Someone holder, String qualification, LocalDate from, LocalDate to) {
        return issue(
                holder,
                qualification,
                from,
                to,
                from.atStartOfDay(OfficialClock.ZONE).toInstant());
    }

    public UUID issue(Workplace.Someone holder, String qualification, LocalDate from, LocalDate to, Instant issuedAt) {
        return issue(holder, qualification, POLICY, from, to, null, issuedAt);
    }

    /** Issued on its first day under a policy; reviewDue: last day for its first review, or null. */
    public UUID issueUnder(
            String policy,
            Workplace.Someone holder,
            String qualification,
            LocalDate from,
            LocalDate to,
            LocalDate reviewDue) {
        Instant at = from.atStartOfDay(OfficialClock.ZONE).toInstant();
        return issue(holder, qualification, policy, from, to, reviewDue, at);
    }

    private UUID issue(
            Workplace.Someone holder,
            String qualification,
            String policy,
            LocalDate from,
            LocalDate to,
            LocalDate reviewDue,
            Instant issuedAt) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO certificate (id, result_id, person_id, qualification, policy, code, number_sealed, file_number, holder_name,"
                        + " holder_id_masked, issuer_zh, issuer_en, first_issued_on, valid_from, valid_to, issued_at, region, review_due)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ''::bytea, ?, ?, '', '', '', ?, ?, ?, ?, ?, ?)",
                id,
                passed(holder.id(), qualification),
                holder.id(),
                qualification,
                policy,
                VerificationCode.draw(random),
                id.toString(),
                holder.name(),
                from,
                from,
                to,
                issuedAt,
                REGION,
                reviewDue);
        return id;
    }

    /** Any kind of event, recorded at the start of the day on which it takes effect. */
    public void event(UUID certificate, String kind, LocalDate effectiveOn) {
        sql.update(
                "INSERT INTO certificate_event (id, certificate_id, kind, effective_on, reason, actor, recorded_at) VALUES (?, ?, ?, ?, 'test', 'test', ?)",
                Ids.next(),
                certificate,
                kind,
                effectiveOn,
                effectiveOn.atStartOfDay(OfficialClock.ZONE).toInstant());
    }

    /** @return a released result of a session of its own */
    public UUID passed(UUID person, String qualification) {
        prepare();
        UUID session = Ids.next();
        UUID enrolment = Ids.next();
        UUID sitting = Ids.next();
        UUID result = Ids.next();
        Instant now = clock.now();
        sql.update(
                "INSERT INTO exam_session (id, room_id, centre_id, qualification, batch_id, policy, starts_at, minutes, late_minutes, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 120, 30, 'ENDED')",
                session,
                room,
                centre,
                qualification,
                batch,
                POLICY,
                now);
        sql.update(
                "INSERT INTO enrolment (id, session_id, person_id, policy, ticket, enrolled_at) VALUES (?, ?, ?, ?, ?, ?)",
                enrolment,
                session,
                person,
                POLICY,
                enrolment.toString(),
                now);
        sql.update(
                "INSERT INTO sitting (id, enrolment_id, session_id, person_id, paper_id, state, started_at, deadline, chain_head, closed_at, closed_by)"
                        + " VALUES (?, ?, ?, ?, ?, 'CLOSED', ?, ?, ''::bytea, ?, 'CANDIDATE')",
                sitting,
                enrolment,
                session,
                person,
                paper,
                now,
                now,
                now);
        sql.update(
                "INSERT INTO result (id, sitting_id, session_id, person_id, qualification, policy, raw, cut, passed, chapters, scored_at, released_at, released_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 100, 80, true, '[]', ?, ?, 'test')",
                result,
                sitting,
                session,
                person,
                qualification,
                POLICY,
                now,
                now);
        return result;
    }

    private synchronized void prepare() {
        if (paper != null) {
            return;
        }
        try {
            Path bank = BankFixture.write(Files.createTempDirectory(Path.of("target"), "bank"));
            loading.load(bank);
            blueprintLoading.load(bank);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        centre = equipping.centre("K" + UUID.randomUUID(), "证书测试考点", "Certificate test centre", REGION);
        room = equipping.room(centre, "1", 1);
        batch = Ids.next();
        paper = Ids.next();
        sql.update(
                "INSERT INTO paper_batch (id, blueprint_id, commitment, secret_sealed, committed_at) VALUES (?, ?, 'none', ''::bytea, ?)",
                batch,
                blueprints
                        .newestFor("principal-hazchem-production")
                        .orElseThrow()
                        .id(),
                clock.now());
        sql.update(
                "INSERT INTO paper (id, batch_id, ordinal, digest, body, created_at) VALUES (?, ?, 1, 'none', '{\"items\": []}', ?)",
                paper,
                batch,
                clock.now());
    }
}
