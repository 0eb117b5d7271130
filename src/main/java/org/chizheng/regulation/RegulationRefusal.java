package org.chizheng.regulation;

import org.chizheng.common.Reason;

/** Why the law as data gives no answer. */
public enum RegulationRefusal implements Reason {
    NO_POLICY,
    UNKNOWN_QUALIFICATION;

    @Override
    public int status() {
        return 409;
    }
}
