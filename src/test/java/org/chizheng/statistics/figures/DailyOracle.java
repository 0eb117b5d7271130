package org.chizheng.statistics.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Cover;

/** The definition of the holder rate, one day after the other and as plainly as it can be said; shares nothing with the rule that it is held against. */
final class DailyOracle {
    private static final Set<String> ENDS = Set.of("REVOKED", "WITHDRAWN", "CANCELLED", "SUPERSEDED");
    private final LawRows law;

    DailyOracle(LawRows law) {
        this.law = law;
    }

    /** One requirement of the person on post that stands on the day. */
    record Row(Cell cell, Cover cover) {}

    List<Row> on(History history, LocalDate day, Instant known) {
        List<Row> rows = new ArrayList<>();
        for (History.Appointment a : history.appointments) {
            if (!within(day, a.from(), a.until()) || !known(known, a.knownFrom(), a.knownUntil())) {
                continue;
            }
            for (History.Requirement r : history.requirements) {
                if (r.post().equals(a.post())
                        && within(day, r.from(), r.until())
                        && known(known, r.knownFrom(), r.knownUntil())) {
                    rows.add(row(history, a, r, day, known));
                }
            }
        }
        return rows;
    }

    private Row row(History history, History.Appointment a, History.Requirement r, LocalDate day, Instant known) {
        History.Post post = history.posts.stream()
                .filter(p -> p.id().equals(a.post()))
                .findFirst()
                .orElseThrow();
        History.Enterprise at = history.enterprises.stream()
                .filter(e -> e.id().equals(post.enterprise()))
                .findFirst()
                .orElseThrow();
        Cover cover = covered(history, r.qualification(), post.department(), day, known)
                ? Cover.HELD
                : inGrace(r.qualification(), a.from(), day) ? Cover.GRACE : Cover.OPEN;
        return new Row(new Cell(at.region(), at.zone(), r.qualification(), at.highRisk()), cover);
    }

    private boolean covered(History history, String required, String department, LocalDate day, Instant known) {
        for (History.Certificate c : history.certificates) {
            if (!c.issuedAt().isAfter(known)
                    && answers(c.qualification(), required, day)
                    && fit(history, c, day, known)) {
                return true;
            }
        }
        for (History.Foreign f : history.foreign) {
            if (!f.recordedAt().isAfter(known)
                    && f.department().equals(department)
                    && f.qualification().equals(required)
                    && !day.isBefore(f.from())
                    && !day.isAfter(f.to())
                    && accepted(department, required, day)) {
                return true;
            }
        }
        return false;
    }

    private boolean answers(String held, String required, LocalDate day) {
        if (held.equals(required)) {
            return true;
        }
        for (LawRows.Cover c : law.covers()) {
            if (c.covering().equals(held) && c.covered().equals(required) && within(day, c.from(), c.until())) {
                return true;
            }
        }
        return false;
    }

    private boolean accepted(String department, String qualification, LocalDate day) {
        for (LawRows.Acceptance t : law.acceptances()) {
            if (t.department().equals(department)
                    && t.qualification().equals(qualification)
                    && within(day, t.from(), t.until())) {
                return true;
            }
        }
        return false;
    }

    private boolean fit(History history, History.Certificate c, LocalDate day, Instant known) {
        if (day.isBefore(c.from()) || day.isAfter(c.to())) {
            return false;
        }
        History.Event state = null;
        History.Event review = null;
        for (History.Event e : history.events) {
            if (!e.certificate().equals(c.id())
                    || e.day().isAfter(day)
                    || e.recordedAt().isAfter(known)) {
                continue;
            }
            if (ENDS.contains(e.kind())) {
                return false;
            }
            if (e.kind().equals("REVIEWED")) {
                review = later(review, e);
            } else {
                state = later(state, e);
            }
        }
        if (state != null && state.kind().equals("SUSPENDED")) {
            return false;
        }
        if (c.reviewDue() == null) {
            return true;
        }
        LocalDate due = review == null ? c.reviewDue() : review.reviewDue();
        boolean abolished = due != null && c.policy().equals("order-30-operator") && due.isAfter(law.reviewUntil());
        return due == null || abolished || !due.isBefore(day);
    }

    /** By effective day, then by the instant of recording; of both the same the one with the higher number. */
    private static History.Event later(History.Event one, History.Event other) {
        if (one == null || other.day().isAfter(one.day())) {
            return other;
        }
        if (one.day().isAfter(other.day())) {
            return one;
        }
        return other.recordedAt().isBefore(one.recordedAt()) ? one : other;
    }

    private boolean inGrace(String qualification, LocalDate appointed, LocalDate day) {
        LawRows.Policy decides = null;
        for (LawRows.Policy p : law.policies()) {
            boolean ofIt = p.qualification() == null
                    ? qualification.startsWith(p.category().toLowerCase(java.util.Locale.ROOT))
                    : p.qualification().equals(qualification);
            if (ofIt && p.graceMonths() != null && within(day, p.from(), p.until()) && stronger(p, decides)) {
                decides = p;
            }
        }
        return decides != null && appointed.plusMonths(decides.graceMonths()).isAfter(day);
    }

    private static boolean stronger(LawRows.Policy p, LawRows.Policy than) {
        if (than == null || (p.qualification() == null) != (than.qualification() == null)) {
            return than == null || p.qualification() != null;
        }
        return p.from().isAfter(than.from());
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate until) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    private static boolean known(Instant at, Instant from, Instant until) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }
}
