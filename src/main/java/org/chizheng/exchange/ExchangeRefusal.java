package org.chizheng.exchange;

import org.chizheng.common.Reason;

/** Why an import or an export is refused. */
public enum ExchangeRefusal implements Reason {
    NO_FILE(400),
    FORMAT_UNKNOWN(400),
    TOO_LARGE(413),
    FORMAT_TOO_LARGE(413),
    UNREADABLE(422),
    ALREADY_ENDED(409),
    SOME_REFUSED(409),
    NOTHING_LEFT(409),
    LEVEL_NOT_YOURS(403),
    DUPLICATES_SINCE(409);

    private final int status;

    ExchangeRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
