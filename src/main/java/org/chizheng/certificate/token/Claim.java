package org.chizheng.certificate.token;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.chizheng.certificate.rule.VerificationCode;

/**
 * What a certificate's QR code says under signature. The name stands in full, as it is printed beside the code; the ID number is masked, and nothing else is
 * personal.
 *
 * @param code the verification code
 * @param documentKind OPERATOR (操作证) or MANAGER (安全生产知识和管理能力考核合格证)
 * @param validTo last valid day
 * @param reviewDue the day by which a review 复审 is due, or null
 * @param statusIndex place in the status list, from 0 to 2^20 − 1
 * @param issuedAt in whole seconds
 * @param issuer letters of the issuing province (GB/T 2260), such as JS
 */
public record Claim(
        String code,
        String holderName,
        String idMasked,
        String qualification,
        String documentKind,
        LocalDate firstIssuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate reviewDue,
        int statusList,
        int statusIndex,
        Instant issuedAt,
        String issuer) {
    /** The form of the claim that this class is. */
    public static final int VERSION = 1;

    /** Places in one status list. */
    public static final int LIST_SIZE = 1 << 20;

    /** @throws IllegalArgumentException naming the part that cannot stand in a claim */
    public Claim {
        require(VerificationCode.isWellFormed(code), "code");
        require(isText(holderName), "holderName");
        require(isText(idMasked), "idMasked");
        require(isText(qualification), "qualification");
        require("OPERATOR".equals(documentKind) || "MANAGER".equals(documentKind), "documentKind");
        require(isDay(firstIssuedOn), "firstIssuedOn");
        require(isDay(validFrom), "validFrom");
        require(isDay(validTo) && !validTo.isBefore(validFrom), "validTo");
        require(reviewDue == null || isDay(reviewDue), "reviewDue");
        require(statusList >= 0 && statusList <= 0xffff, "statusList");
        require(statusIndex >= 0 && statusIndex < LIST_SIZE, "statusIndex");
        require(
                issuedAt.equals(issuedAt.truncatedTo(ChronoUnit.SECONDS)) && issuedAt.getEpochSecond() >= 0,
                "issuedAt");
        require(issuer.matches("[A-Z0-9-]{1,12}"), "issuer");
    }

    private static void require(boolean holds, String part) {
        if (!holds) {
            throw new IllegalArgumentException(part);
        }
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.codePoints().noneMatch(Claim::isNoSign);
    }

    private static boolean isNoSign(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** 1970 to 2149: what two bytes hold. */
    private static boolean isDay(LocalDate day) {
        return day.toEpochDay() >= 0 && day.toEpochDay() <= 0xffff;
    }
}
