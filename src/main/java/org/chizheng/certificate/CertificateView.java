package org.chizheng.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.chizheng.certificate.rule.Standing;

/**
 * A certificate as stored, without its legal number.
 *
 * @param policy the version that it was issued under
 * @param reviewDue last day for its first review, null without reviews
 * @param origin RESULT, RENEWAL or REISSUE
 * @param follows the certificate that it replaced, null for one issued on a result
 * @param region county of the centre where it was first earned
 */
public record CertificateView(
        UUID id,
        UUID personId,
        String qualification,
        String policy,
        String code,
        String holderName,
        String holderIdMasked,
        String issuerZh,
        String issuerEn,
        LocalDate firstIssuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate reviewDue,
        String origin,
        UUID follows,
        String region,
        List<Standing.Event> events) {
    public CertificateView {
        events = List.copyOf(events);
    }

    /** The same with the events of the other one after its own. */
    CertificateView and(CertificateView later) {
        return with(Stream.concat(events.stream(), later.events.stream()).toList());
    }

    CertificateView with(List<Standing.Event> found) {
        return new CertificateView(
                id,
                personId,
                qualification,
                policy,
                code,
                holderName,
                holderIdMasked,
                issuerZh,
                issuerEn,
                firstIssuedOn,
                validFrom,
                validTo,
                reviewDue,
                origin,
                follows,
                region,
                found);
    }
}
