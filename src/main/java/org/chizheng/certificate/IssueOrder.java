package org.chizheng.certificate;

import java.time.LocalDate;
import java.util.UUID;

import org.chizheng.certificate.rule.Reviews;
import org.chizheng.certificate.rule.Validity;
import org.chizheng.practical.PracticalResultView;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/**
 * What is to be issued: on a released pass, or in place of a certificate that was renewed or whose holder bears another name.
 *
 * @param origin RESULT, RENEWAL or REISSUE
 * @param result the pass of the theory, null unless RESULT, and where it was passed at another authority
 * @param practical the pass of the practical, null where the policy asks for none, and unless RESULT
 * @param follows the certificate that it replaces, null for RESULT
 * @param region county of the centre where it was first earned
 * @param reviewDue last day for the first review, null without reviews
 */
public record IssueOrder(
        String origin,
        UUID result,
        UUID practical,
        UUID follows,
        UUID person,
        String qualification,
        PolicyTerms policy,
        String region,
        LocalDate firstIssuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate reviewDue) {
    static IssueOrder onResult(
            UUID result, UUID person, String qualification, PolicyTerms policy, String region, LocalDate day) {
        return earned(result, null, person, qualification, policy, region, day);
    }

    /** @param theory the result that it rests on, or null */
    static IssueOrder onPractical(
            PracticalResultView result, UUID theory, PolicyTerms policy, String region, LocalDate day) {
        return earned(theory, result.id(), result.personId(), result.qualification(), policy, region, day);
    }

    private static IssueOrder earned(
            UUID theory,
            UUID practical,
            UUID person,
            String qualification,
            PolicyTerms policy,
            String region,
            LocalDate day) {
        LocalDate to = Validity.lastDay(day, policy.certificateYears());
        return new IssueOrder(
                "RESULT",
                theory,
                practical,
                null,
                person,
                qualification,
                policy,
                region,
                day,
                day,
                to,
                firstReview(policy, day, to));
    }

    /** The same first day of issue, a validity of its own by the policy of the day of issue. */
    public static IssueOrder renewing(CertificateView old, PolicyTerms policy, LocalDate from) {
        LocalDate to = Validity.lastDay(from, policy.certificateYears());
        return new IssueOrder(
                "RENEWAL",
                null,
                null,
                old.id(),
                old.personId(),
                old.qualification(),
                policy,
                old.region(),
                old.firstIssuedOn(),
                from,
                to,
                firstReview(policy, from, to));
    }

    /** The same certificate under another name: policy, last day and review stay as they were. */
    public static IssueOrder renaming(CertificateView old, PolicyTerms policy, LocalDate from, LocalDate reviewDue) {
        return new IssueOrder(
                "REISSUE",
                null,
                null,
                old.id(),
                old.personId(),
                old.qualification(),
                policy,
                old.region(),
                old.firstIssuedOn(),
                from,
                old.validTo(),
                reviewDue);
    }

    private static LocalDate firstReview(PolicyTerms policy, LocalDate from, LocalDate to) {
        return Reviews.next(from, policy.number(PolicyTerm.REVIEW_YEARS), to);
    }
}
