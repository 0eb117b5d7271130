package org.chizheng.paper;

import org.chizheng.common.Reason;

/** Why papers cannot be drawn. */
public enum PaperRefusal implements Reason {
    SHORTAGE,
    ENEMIES_MEET,
    ALREADY_DRAWN;

    @Override
    public int status() {
        return 409;
    }
}
