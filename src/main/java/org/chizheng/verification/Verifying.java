package org.chizheng.verification;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.ClaimChecking;
import org.chizheng.certificate.DocumentChecking;
import org.chizheng.certificate.Standings;
import org.chizheng.certificate.rule.Standing;
import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.common.Background;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.GroupRead;
import org.chizheng.common.OfficialClock;
import org.chizheng.people.rule.Masking;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** Answers by code, by what a QR code says and by document, as of today; names and numbers are masked but for the employer's own people. */
@ApplicationScoped
public class Verifying {
    private static final int TOGETHER = 200;
    private final Certificates certificates;
    private final ClaimChecking claims;
    private final DocumentChecking documents;
    private final Qualifications qualifications;
    private final Standings standings;
    private final Unmasking unmasking;
    private final OfficialClock clock;
    private final String host;
    private final GroupRead<String, CertificateView> lookUp;
    private final Background background;

    public Verifying(
            Certificates certificates,
            ClaimChecking claims,
            DocumentChecking documents,
            Qualifications qualifications,
            Standings standings,
            Unmasking unmasking,
            OfficialClock clock,
            Background background,
            ChizhengConfig config) {
        this.background = background;
        this.certificates = certificates;
        this.claims = claims;
        this.documents = documents;
        this.qualifications = qualifications;
        this.standings = standings;
        this.unmasking = unmasking;
        this.clock = clock;
        this.host = URI.create(config.publicUrl()).getAuthority();
        this.lookUp = new GroupRead<>(TOGETHER, certificates::byCodes);
    }

    /**
     * @param text as typed or scanned; spaces, hyphens and lower case are allowed
     * @param enterprises that the asker is signed in for
     */
    public Verified byCode(String text, List<UUID> enterprises) {
        String code = VerificationCode.tidy(text);
        if (!VerificationCode.isWellFormed(code)) {
            return without(ResultClass.MALFORMED, text.length() > 40 ? "" : text);
        }
        return found(code).map(c -> answer(c, enterprises)).orElseGet(() -> without(ResultClass.UNKNOWN, code));
    }

    /** As {@link #byCode}, without a thread that waits for the database. */
    public CompletableFuture<Verified> askByCode(String text, List<UUID> enterprises) {
        String code = VerificationCode.tidy(text);
        if (!VerificationCode.isWellFormed(code)) {
            return CompletableFuture.completedFuture(byCode(text, enterprises));
        }
        return lookUp.ask(code, background, (certificate, failure) -> {
            if (failure instanceof NoSuchElementException) {
                return without(ResultClass.UNKNOWN, code);
            }
            if (failure != null) {
                throw failure;
            }
            return answer(certificate, enterprises);
        });
    }

    private Optional<CertificateView> found(String code) {
        try {
            return Optional.of(lookUp.get(code));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** @param text of a QR code, or the digits of a claim alone */
    public Verified byToken(String text, List<UUID> enterprises) {
        ClaimChecking.Checked checked = claims.check(text);
        if (checked.isGenuine()) {
            return answer(checked.certificate().orElseThrow(), enterprises);
        }
        return switch (checked.offline().outcome()) {
            case UNREADABLE -> without(ResultClass.UNREADABLE, "");
            case UNKNOWN_KEY -> without(ResultClass.UNKNOWN_KEY, "");
            case SIGNATURE_WRONG, KEY_COMPROMISED, GENUINE -> without(ResultClass.SIGNATURE_WRONG, "");
        };
    }

    /** @param file as it was brought */
    public Verified byDocument(byte[] file, List<UUID> enterprises) {
        DocumentChecking.Checked checked = documents.check(file);
        return switch (checked.outcome()) {
            case ON_RECORD -> answer(checked.certificate().orElseThrow(), enterprises);
            case ALTERED ->
                new Verified(
                        AnswerView.without(
                                ResultClass.ALTERED,
                                checked.certificate()
                                        .map(c -> VerificationCode.grouped(c.code()))
                                        .orElse(""),
                                clock.now(),
                                host()),
                        checked.certificate().map(CertificateView::id));
            case UNKNOWN_KEY -> without(ResultClass.UNKNOWN_KEY, "");
            case NOT_ON_RECORD, SIGNATURE_WRONG -> without(ResultClass.SIGNATURE_WRONG, "");
            case UNREADABLE -> without(ResultClass.UNREADABLE, "");
        };
    }

    private Verified answer(CertificateView c, List<UUID> enterprises) {
        LocalDate today = clock.today();
        Standings.Shown shown = standings.shown(today, c);
        Optional<Unmasking.Holder> full = enterprises.isEmpty() ? Optional.empty() : unmasking.holder(c, enterprises);
        QualificationView q = qualifications.get(c.qualification());
        return new Verified(
                new AnswerView(
                        shown.standing().name(),
                        VerificationCode.grouped(c.code()),
                        full.isPresent() ? c.holderName() : Masking.name(c.holderName()),
                        full.map(Unmasking.Holder::idNumber).orElse(c.holderIdMasked()),
                        full.isPresent(),
                        q.documentZh(),
                        q.documentEn(),
                        q.postZh(),
                        q.postEn(),
                        c.qualification(),
                        q.zh(),
                        q.en(),
                        c.issuerZh(),
                        c.issuerEn(),
                        c.firstIssuedOn(),
                        c.validFrom(),
                        c.validTo(),
                        shown.reviewDue(),
                        shown.standing() == Standing.SUPERSEDED ? successor(c) : null,
                        clock.now(),
                        host()),
                Optional.of(c.id()));
    }

    private String successor(CertificateView old) {
        return certificates
                .successor(old.id())
                .map(newer -> VerificationCode.grouped(newer.code()))
                .orElse(null);
    }

    private Verified without(ResultClass resultClass, String code) {
        return new Verified(AnswerView.without(resultClass, code, clock.now(), host()), Optional.empty());
    }

    /** Where the true verification page is. */
    String host() {
        return host;
    }
}
