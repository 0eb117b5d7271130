package org.chizheng.goal.register;

/**
 * A member as it was written; days as people write them in lists. What the register does not ask for is left out.
 *
 * @param region code of the province, a city or a county, or a name that only one of them has
 * @param related yes or no in either language, blank for no
 */
public record MemberForm(
        String name,
        String idNumber,
        String region,
        String organisation,
        String title,
        String since,
        String degree,
        String related,
        String practiceFrom,
        String certificate,
        String certifiedUntil,
        String achievedOn) {}
