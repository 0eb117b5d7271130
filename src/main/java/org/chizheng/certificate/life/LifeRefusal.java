package org.chizheng.certificate.life;

import org.chizheng.common.Reason;

/** Why an act on a certificate is refused. RENEWAL_… are the conditions of {@link org.chizheng.certificate.rule.Renewal}. */
public enum LifeRefusal implements Reason {
    ACT_UNKNOWN(400),
    GROUND_UNKNOWN(400),
    REASON_MISSING(400),
    DOCUMENT_MISSING(400),
    DATE_INVALID(400),
    HOURS_INVALID(400),
    ENDED(409),
    EXPIRED(409),
    ALREADY_SUSPENDED(409),
    NOT_SUSPENDED(409),
    BEFORE_LAST_EVENT(409),
    PROPOSAL_WAITS(409),
    PROPOSAL_CLOSED(409),
    PROPOSAL_EXPIRED(409),
    OWN_PROPOSAL(409),
    RENEWAL_NOT_ENDED(409),
    RENEWAL_NOT_SUSPENDED(409),
    RENEWAL_NO_REVIEW_OVERDUE(409),
    RENEWAL_WINDOW_OPEN(409),
    RENEWAL_NOT_EXPIRED(409),
    RENEWAL_HEALTHY(409),
    RENEWAL_TRAINED(409),
    RENEWAL_EXAMINED(409),
    RENEWAL_WAITS(409),
    RENEWAL_CLOSED(409),
    REVIEW_NONE(409),
    NAME_SAME(409),
    FILE_MISSING(400),
    FILE_UNREADABLE(422);

    private final int status;

    LifeRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
