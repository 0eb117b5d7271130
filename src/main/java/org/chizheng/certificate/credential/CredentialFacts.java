package org.chizheng.certificate.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.chizheng.certificate.status.Placing;
import org.chizheng.common.OfficialClock;
import org.chizheng.regulation.QualificationView;

/**
 * What a credential is made of: the certificate as stored, and nothing that it does not say.
 *
 * @param validTo last valid day
 * @param place in the status lists, or null
 * @param issuer the address of this service, without slash at its end
 */
record CredentialFacts(
        UUID certificate,
        UUID person,
        String code,
        String holderName,
        String idMasked,
        QualificationView qualification,
        String issuerZh,
        String issuerEn,
        LocalDate firstIssuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        Placing.Place place,
        String issuer) {

    /** Begin of the first valid day in China. */
    Instant from() {
        return validFrom.atStartOfDay(OfficialClock.ZONE).toInstant();
    }

    /** Last second of the last valid day in China. */
    Instant until() {
        return validTo.plusDays(1)
                .atStartOfDay(OfficialClock.ZONE)
                .minusSeconds(1)
                .toInstant();
    }

    boolean isOperator() {
        return "OPERATOR".equals(qualification.postCategory());
    }

    String statusAddress(StatusForm form) {
        return form.address(issuer, place.list());
    }
}
