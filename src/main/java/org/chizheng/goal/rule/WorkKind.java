package org.chizheng.goal.rule;

/** What a regulator is told of an enterprise, the worst first. */
public enum WorkKind {
    /** An enterprise of high risk where no safety manager on post has a valid certificate, or is still in the months of grace. */
    NO_SAFETY_MANAGER,
    /** People on post without the certificate that the post requires, past the months of grace. */
    UNCERTIFIED,
    /** Many certificates that the enterprise's posts need run out soon. */
    EXPIRING
}
