package org.chizheng.goal;

/** Names of the numbers in table {@code goal_term}, where unit, mark and source stand beside each. */
public enum GoalTerm {
    ENFORCEMENT_POSTS,
    ENFORCEMENT_SHARE,
    PRACTICE_MONTHS,
    NEW_HIRE_MONTHS,
    PASS_MONTHS,
    ANSWER_WORKING_DAYS,
    EXPIRING_DAYS,
    EXPIRING_LEAST
}
