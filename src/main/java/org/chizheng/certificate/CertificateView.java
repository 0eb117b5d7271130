package org.chizheng.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.chizheng.certificate.rule.Validity;

/** A certificate as stored, without its legal number. */
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
        LocalDate validFrom,
        LocalDate validTo,
        List<Validity.Event> events) {}
