package org.chizheng.bank;

import org.chizheng.common.Reason;

/** Why a figure is not let in. */
public enum BankRefusal implements Reason {
    FIGURE_FORM,
    FIGURE_UNSAFE,
    FIGURE_SIZE,
    FIGURE_BYTES;

    @Override
    public int status() {
        return 400;
    }
}
