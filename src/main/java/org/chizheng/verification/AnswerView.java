package org.chizheng.verification;

import java.time.Instant;
import java.time.LocalDate;

import org.chizheng.certificate.rule.VerificationCode;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What the asker may know.
 *
 * @param resultClass a {@link org.chizheng.certificate.rule.Standing}, or one of the names of {@link ResultClass}; without a certificate all claims are null
 * @param name masked unless full
 * @param idNumber masked unless full
 * @param full whether the asker is signed in for the enterprise where the holder stands at a post today
 * @param qualification its code, as claims carry it
 * @param successor code of the certificate that took its place, null when none did
 * @param reviewDue last day for the review that comes next, null when none does
 */
public record AnswerView(
        String resultClass,
        String code,
        String name,
        String idNumber,
        boolean full,
        String documentZh,
        String documentEn,
        String postCategoryZh,
        String postCategoryEn,
        String qualification,
        String qualificationZh,
        String qualificationEn,
        String issuerZh,
        String issuerEn,
        LocalDate firstIssuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate reviewDue,
        String successor,
        Instant answeredAt,
        String host) {
    /** Without a certificate to tell of. code: as far as it may be repeated, else empty. */
    static AnswerView without(ResultClass resultClass, String code, Instant at, String host) {
        return new AnswerView(
                resultClass.name(),
                code,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at,
                host);
    }

    /** The code as claims carry it, for the page. */
    @JsonIgnore
    public String plainCode() {
        return VerificationCode.tidy(code);
    }

    /** Whether there is a certificate to show. */
    public boolean known() {
        return name != null;
    }
}
