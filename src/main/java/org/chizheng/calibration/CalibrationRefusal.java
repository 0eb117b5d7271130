package org.chizheng.calibration;

import org.chizheng.common.Reason;

/** Why a calibration is refused. */
public enum CalibrationRefusal implements Reason {
    TOO_FEW_SITTINGS(409);

    private final int status;

    CalibrationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
