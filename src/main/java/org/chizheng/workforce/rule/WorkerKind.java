package org.chizheng.workforce.rule;

/** How somebody works at a post. Whose requirements are counted is said by the policy's term COUNTED_WORKERS. */
public enum WorkerKind {
    EMPLOYEE,
    /** 被派遣劳动者. */
    DISPATCHED,
    /** 实习学生. */
    INTERN,
    /** 承包商人员. */
    CONTRACTOR
}
