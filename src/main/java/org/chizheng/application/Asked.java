package org.chizheng.application;

import java.util.List;

import org.chizheng.application.rule.Applicant.Health;
import org.chizheng.application.rule.Education;
import org.chizheng.application.rule.Kind;

/**
 * What somebody applies for and says of themselves, as far as it decides.
 *
 * @param hours of training that are declared and not on record yet
 * @param illnesses codes of declared ones; null when nothing was declared
 */
public record Asked(String qualification, Kind kind, Education education, int hours, List<String> illnesses) {
    /** @param listed illnesses that the policy names */
    Health health(List<String> listed) {
        if (illnesses == null) {
            return Health.UNDECLARED;
        }
        return illnesses.stream().anyMatch(listed::contains) ? Health.ILLNESS : Health.NO_ILLNESS;
    }
}
