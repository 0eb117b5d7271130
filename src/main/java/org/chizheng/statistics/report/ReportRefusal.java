package org.chizheng.statistics.report;

import org.chizheng.common.Reason;

/** Why no report is made. */
public enum ReportRefusal implements Reason {
    MONTH_INVALID(400),
    MADE_ALREADY(409),
    REASON_TOO_LONG(400),
    NOTHING_TO_CORRECT(409);

    private final int status;

    ReportRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
