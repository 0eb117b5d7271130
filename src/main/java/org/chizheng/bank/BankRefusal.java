package org.chizheng.bank;

import org.chizheng.common.Reason;

/** Why a figure is not let in, or something is not written about an item. */
public enum BankRefusal implements Reason {
    FIGURE_FORM,
    FIGURE_UNSAFE,
    FIGURE_SIZE,
    FIGURE_BYTES,
    REASON_NEEDED,
    SAME_ITEM,
    NO_SUCH_ITEM,
    ALREADY_ENEMIES;

    @Override
    public int status() {
        return switch (this) {
            case FIGURE_FORM, FIGURE_UNSAFE, FIGURE_SIZE, FIGURE_BYTES -> 400;
            case ALREADY_ENEMIES -> 409;
            default -> 422;
        };
    }
}
