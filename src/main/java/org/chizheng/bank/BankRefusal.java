package org.chizheng.bank;

import org.chizheng.common.Reason;

/** Why something is not written about an item. */
public enum BankRefusal implements Reason {
    REASON_NEEDED,
    SAME_ITEM,
    NO_SUCH_ITEM,
    ALREADY_ENEMIES;

    @Override
    public int status() {
        return this == ALREADY_ENEMIES ? 409 : 422;
    }
}
