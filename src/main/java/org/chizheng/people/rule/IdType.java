package org.chizheng.people.rule;

/** Documents that a person is known by. One person is one type with one number: the same signs under two types are two people. */
public enum IdType {
    /** 居民身份证, GB 11643. */
    CITIZEN_ID,
    /** 港澳台居民居住证: the citizen's rule with the prefixes 810000, 820000 and 830000. */
    RESIDENCE_PERMIT,
    /** 外国人永久居留身份证: 18 digits beginning with 9 since 2023 (same check), three letters and 12 digits before. */
    PERMANENT_RESIDENCE,
    PASSPORT
}
