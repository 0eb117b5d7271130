package org.chizheng.certificate;

import java.time.LocalDate;

/** Everything that is printed. photo is a JPEG of 35 × 45 mm or null; demo puts a mark across the sheet. */
public record CertificateFace(
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
        LocalDate firstIssuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        String issuerZh,
        String issuerEn,
        String fileNumber,
        String code,
        String url,
        boolean demo) {}
