package org.chizheng.integrity;

import org.chizheng.common.Reason;

/** Why a note cannot be kept. */
public enum IntegrityRefusal implements Reason {
    WORDS_LENGTH;

    @Override
    public int status() {
        return 400;
    }
}
