package org.chizheng.sitting;

import java.util.UUID;

import org.chizheng.centre.rule.SeatBinding;

/** What check-in gave a candidate; seat and paper are null before it. binding: which computer stands at the seat. */
record Admission(
        UUID enrolment,
        UUID session,
        UUID person,
        UUID paper,
        String seat,
        SeatBinding binding,
        int extraMinutes,
        boolean checkedIn) {}
