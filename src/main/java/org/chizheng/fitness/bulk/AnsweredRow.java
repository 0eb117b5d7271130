package org.chizheng.fitness.bulk;

import java.time.LocalDate;
import java.util.List;

import org.chizheng.fitness.rule.FitReason;
import org.chizheng.fitness.rule.FitRule;

/**
 * The answer to one row, beside what identifies it for its asker; never an identity number.
 *
 * @param qualification code; as it was written where it is unknown
 * @param certificate code of the certificate that decides; null when none does or when another authority issued it
 * @param validTo its last valid day, or null
 * @param otherAuthority whether another authority issued it
 * @param holds codes of what the person holds instead, with WRONG_ITEM
 */
public record AnsweredRow(
        int number,
        String name,
        String qualification,
        String post,
        FitReason reason,
        String certificate,
        LocalDate validTo,
        boolean otherAuthority,
        List<String> holds) {
    public AnsweredRow {
        holds = List.copyOf(holds);
    }

    static AnsweredRow of(AskedRow row, String qualification, FitReason reason) {
        return new AnsweredRow(
                row.number(), row.name(), qualification, row.post(), reason, null, null, false, List.of());
    }

    /** A certificate is named where it is fit, and of the asker's own people whatever it is. */
    static AnsweredRow of(AskedRow row, String qualification, FitRule.Verdict verdict, boolean own) {
        boolean told = own || verdict.reason().fit() != FitReason.Fit.NO;
        return new AnsweredRow(
                row.number(),
                row.name(),
                qualification,
                row.post(),
                verdict.reason(),
                told ? verdict.held().code() : null,
                told ? verdict.held().validTo() : null,
                verdict.held().id() == null,
                List.of());
    }

    AnsweredRow holding(List<String> others) {
        return new AnsweredRow(
                number, name, qualification, post, FitReason.WRONG_ITEM, certificate, validTo, otherAuthority, others);
    }

    /** The colour of its badge. */
    public String badge() {
        return switch (reason.fit()) {
            case YES -> "badge-ok";
            case EXPIRING -> "badge-warn";
            case NO -> "badge-bad";
        };
    }
}
