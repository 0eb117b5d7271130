package org.chizheng.training;

import java.time.LocalDate;
import java.util.UUID;

/** A training that can be recorded: every name of the form was found. */
record Checked(
        String name,
        String idNumber,
        String qualification,
        String kind,
        int hours,
        LocalDate startedOn,
        LocalDate endedOn,
        String content,
        boolean passed,
        UUID trainer,
        UUID enterprise) {
    /** The same training written twice has the same key. */
    String key() {
        return String.join("|", idNumber, qualification, kind, String.valueOf(startedOn), String.valueOf(endedOn));
    }
}
