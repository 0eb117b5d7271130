package org.chizheng.sitting;

import java.util.UUID;

/** What check-in gave a candidate; seat and paper are null before it. */
record Admission(
        UUID enrolment, UUID session, UUID person, UUID paper, String seat, int extraMinutes, boolean checkedIn) {}
