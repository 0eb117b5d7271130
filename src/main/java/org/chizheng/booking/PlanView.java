package org.chizheng.booking;

import java.util.List;
import java.util.UUID;

/** Demand, free seats, and what is proposed. */
public record PlanView(List<Line> lines, List<Session> sessions, List<Left> left) {
    /** One qualification in one county: who waits, how many seats are free there. */
    public record Line(String qualification, String regionZh, String regionEn, int candidates, int free) {}

    /** A proposed session; key names it in the form; shares: candidates by county. */
    public record Session(
            String key,
            UUID room,
            String centreZh,
            String centreEn,
            String label,
            String starts,
            String qualification,
            int candidates,
            int seats,
            List<Share> shares) {}

    public record Share(String regionZh, String regionEn, int candidates) {}

    /** Who is left without a place; noPapers: no paper can be drawn for it yet, so no session is proposed. */
    public record Left(String qualification, String regionZh, String regionEn, int candidates, boolean noPapers) {}

    /** Candidates without a place, all lines together. */
    public int candidates() {
        return lines.stream().mapToInt(Line::candidates).sum();
    }

    public int free() {
        return lines.stream().mapToInt(Line::free).sum();
    }

    /** Candidates in the proposed sessions. */
    public int proposed() {
        return sessions.stream().mapToInt(Session::candidates).sum();
    }
}
