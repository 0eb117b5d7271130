package org.chizheng.statistics.forecast;

import org.chizheng.common.Reason;

/** Why no forecast is made. */
public enum ForecastRefusal implements Reason {
    CITY_ONLY(403);

    private final int status;

    ForecastRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
