package org.chizheng.certificate.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A certificate of another authority, as a file told of it. We do not vouch for it, and it is shown as such.
 *
 * @param department that examines for it; it counts at posts of the same department only, and only where the data says so
 * @param fileDigest SHA-256 of the file that it came from
 */
public record ForeignCertificate(
        UUID id,
        UUID personId,
        String holder,
        String qualification,
        String departmentZh,
        String departmentEn,
        String issuer,
        LocalDate validFrom,
        LocalDate validTo,
        String fileDigest,
        String recordedBy,
        Instant recordedAt) {}
