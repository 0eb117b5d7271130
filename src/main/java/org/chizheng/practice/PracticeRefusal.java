package org.chizheng.practice;

import org.chizheng.common.Reason;

/** Why an act of practising is refused. */
enum PracticeRefusal implements Reason {
    NOTHING_CHOSEN(400),
    CHOICE_INVALID(400),
    NOTHING_TO_PRACTISE(409),
    ROUND_ENDED(409),
    CONFIRM_FIRST(400);

    private final int status;

    PracticeRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
