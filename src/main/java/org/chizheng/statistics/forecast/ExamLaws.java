package org.chizheng.statistics.forecast;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.statistics.forecast.rule.ExamTerms;

/** What the policies of days ask of qualifications, looked up for all of them at once. */
@ApplicationScoped
class ExamLaws {
    private static final String IN_FORCE = """
            SELECT n.code, d.place, p.id FROM qualification n CROSS JOIN unnest(?::date[]) WITH ORDINALITY d (day, place)
            CROSS JOIN LATERAL (
              SELECT o.id FROM policy o WHERE o.post_category = n.post_category AND (o.qualification IS NULL OR o.qualification = n.code)
                AND o.in_force_from <= d.day AND (o.in_force_until IS NULL OR o.in_force_until > d.day)
              ORDER BY o.qualification NULLS LAST, o.in_force_from DESC LIMIT 1) p
            WHERE n.code = ANY (?)""";
    private final Sql sql;
    private final Policies policies;

    ExamLaws(Sql sql, Policies policies) {
        this.sql = sql;
        this.policies = policies;
    }

    private record Found(String qualification, int day, String policy) {}

    /** @return by qualification, in the order of the days; UNKNOWN on days without a policy */
    Map<String, ExamTerms[]> on(Collection<String> qualifications, List<LocalDate> days) {
        Map<String, ExamTerms[]> terms = new HashMap<>();
        for (String qualification : qualifications) {
            ExamTerms[] none = new ExamTerms[days.size()];
            java.util.Arrays.fill(none, ExamTerms.UNKNOWN);
            terms.put(qualification, none);
        }
        Map<String, ExamTerms> policyTerms = new HashMap<>();
        sql.list(
                        IN_FORCE,
                        row -> new Found(row.getString(1), row.getInt(2) - 1, row.getString(3)),
                        days.stream().map(LocalDate::toString).toArray(String[]::new),
                        qualifications.toArray(String[]::new))
                .forEach(found -> terms.get(found.qualification())[found.day()] =
                        policyTerms.computeIfAbsent(found.policy(), id -> terms(policies.byId(id))));
        return terms;
    }

    /** Hours are 0 where the policy has none or 0: it does not say. */
    private static ExamTerms terms(PolicyTerms policy) {
        return new ExamTerms(
                true,
                policy.parts().contains("PRACTICAL"),
                "YES".equals(policy.values().get(PolicyTerm.RENEWAL_EXAM)),
                hours(policy, PolicyTerm.INITIAL_HOURS),
                hours(policy, PolicyTerm.RENEWAL_HOURS));
    }

    private static int hours(PolicyTerms policy, PolicyTerm term) {
        return policy.values().containsKey(term) ? policy.number(term) : 0;
    }
}
