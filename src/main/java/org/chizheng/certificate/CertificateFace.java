package org.chizheng.certificate;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Everything that is printed.
 *
 * @param photo a JPEG of 35 × 45 mm, or null
 * @param employer null where none is known
 * @param reviewDue the day of the next review 复审, null where the law asks for none
 * @param identifier of the electronic document 电子证照标识, with its check character
 * @param code verification code 查验码
 * @param qr the text of the QR code: the address of the verification page, and what proves the certificate offline behind a #
 * @param demo puts marks across the sheet
 */
public record CertificateFace(
        DocumentKind documentKind,
        String documentZh,
        String documentEn,
        String name,
        boolean male,
        byte[] photo,
        String idNumber,
        String number,
        String categoryZh,
        String categoryEn,
        String itemZh,
        String itemEn,
        String employer,
        LocalDate firstIssuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate reviewDue,
        String issuerZh,
        String issuerEn,
        String fileNumber,
        String identifier,
        String code,
        String qr,
        Instant issuedAt,
        boolean demo) {}
