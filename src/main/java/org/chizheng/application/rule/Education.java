package org.chizheng.application.rule;

/** Schooling, lowest first; the words of the term EDUCATION_MIN. */
public enum Education {
    NONE,
    PRIMARY,
    JUNIOR_MIDDLE,
    SENIOR_MIDDLE,
    COLLEGE,
    BACHELOR,
    MASTER;

    public boolean reaches(Education least) {
        return compareTo(least) >= 0;
    }
}
