package org.chizheng.verification;

import java.time.Instant;
import java.time.LocalDate;

/** What the public may know. resultClass: VALID, EXPIRING, EXPIRED, NOT_YET_VALID, SUSPENDED, REVOKED, UNKNOWN or MALFORMED; all claims are null for the last two. */
public record AnswerView(
        String resultClass,
        String code,
        String name,
        String idNumber,
        String documentZh,
        String documentEn,
        String postCategoryZh,
        String postCategoryEn,
        String qualificationZh,
        String qualificationEn,
        String issuerZh,
        String issuerEn,
        LocalDate validFrom,
        LocalDate validTo,
        Instant answeredAt,
        String host) {
    /** Whether there is a certificate to show. */
    public boolean known() {
        return name != null;
    }
}
