package org.chizheng.fitness.roster;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A roster that came, and what came of it.
 *
 * @param enterprise null for a list whose rows name theirs
 * @param fileName empty for a program's
 * @param state WAITING, TAKEN or DROPPED
 * @param takenAt null unless it was taken
 * @param people who were new
 * @param kept whether file and answers are there still
 */
public record RosterUpload(
        UUID id,
        String account,
        UUID enterprise,
        Instant begunAt,
        String fileName,
        String state,
        Instant takenAt,
        int rows,
        int fresh,
        int changed,
        int same,
        int refused,
        int people,
        boolean kept) {
    boolean excel() {
        return isExcel(fileName);
    }

    static boolean isExcel(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    public boolean waiting() {
        return "WAITING".equals(state);
    }

    boolean taken() {
        return "TAKEN".equals(state);
    }

    /** Whether it can be taken: something is new, nothing refused. */
    public boolean ready() {
        return waiting() && kept && refused == 0 && fresh + changed > 0;
    }

    /** Whether it is known of each row whom it names, so that it can be told whom the list leaves out. */
    public boolean whole() {
        return kept && !fileName.isEmpty() && refused == 0;
    }

    public String badge() {
        return switch (state) {
            case "TAKEN" -> "badge-ok";
            case "WAITING" -> "badge-warn";
            default -> "";
        };
    }
}
