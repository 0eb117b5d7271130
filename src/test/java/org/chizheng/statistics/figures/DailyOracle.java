package org.chizheng.statistics.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

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
                    rows.addAll(rows(history, a, r, day, known));
                }
            }
        }
        return rows;
    }

    private List<Row> rows(
            History history, History.Appointment a, History.Requirement r, LocalDate day, Instant known) {
        LawRows.Policy says = deciding(r.qualification(), day, p -> p.workers() != null);
        String counted = says == null ? "EMPLOYEE,DISPATCHED,INTERN" : says.workers();
        if (!List.of(counted.split(",")).contains(a.workerKind())) {
            return List.of();
        }
        History.Post post = history.posts.stream()
                .filter(p -> p.id().equals(a.post()))
                .findFirst()
                .orElseThrow();
        Cover cover = covered(history, r.qualification(), post.department(), day, known)
                        && !away(history, a.post(), r.qualification(), day, known)
                ? Cover.HELD
                : inGrace(r.qualification(), a.from(), day) ? Cover.GRACE : Cover.OPEN;
        return places(history, post, r.qualification(), day, known).stream()
                .map(cell -> new Row(cell, cover))
                .toList();
    }

    private static List<Cell> places(
            History history, History.Post post, String qualification, LocalDate day, Instant known) {
        List<Cell> places = new ArrayList<>();
        Cell last = new Cell(null, null, qualification, false, "", "");
        for (History.Fact f : history.facts) {
            if (f.enterprise().equals(post.enterprise())
                    && within(day, f.from(), f.until())
                    && known(known, f.knownFrom(), f.knownUntil())) {
                last = new Cell(f.region(), f.zone(), qualification, f.highRisk(), told(f.industry()), told(f.size()));
                places.add(last);
            }
        }
        if (post.site() == null) {
            return places;
        }
        History.Site site = history.sites.stream()
                .filter(s -> s.id().equals(post.site()))
                .findFirst()
                .orElseThrow();
        return List.of(
                new Cell(site.region(), site.zone(), qualification, last.highRisk(), last.industry(), last.size()));
    }

    private static String told(String text) {
        return text == null ? "" : text;
    }

    private boolean away(History history, UUID post, String qualification, LocalDate day, Instant known) {
        LawRows.Policy says = deciding(qualification, day, p -> p.absenceMonths() != null);
        if (says == null || says.absenceMonths() == 0) {
            return false;
        }
        for (History.Absence b : history.absences) {
            LocalDate since = b.from().plusMonths(says.absenceMonths());
            if (b.post().equals(post)
                    && known(known, b.knownFrom(), b.knownUntil())
                    && !since.isAfter(day)
                    && (b.until() == null || !since.isAfter(b.until()))
                    && !shown(history, qualification, since, day, known)) {
                return true;
            }
        }
        return false;
    }

    private static boolean shown(History history, String qualification, LocalDate since, LocalDate day, Instant known) {
        for (History.Confirmed c : history.confirmed) {
            if (c.qualification().equals(qualification)
                    && !c.day().isBefore(since)
                    && !c.day().isAfter(day)
                    && known(known, c.knownFrom(), c.knownUntil())) {
                return true;
            }
        }
        for (History.Passed p : history.passed) {
            if (p.qualification().equals(qualification)
                    && !p.day().isBefore(since)
                    && !p.day().isAfter(day)
                    && known(known, p.recordedAt(), p.withdrawnAt())) {
                return true;
            }
        }
        return false;
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
        LawRows.Policy says = deciding(qualification, day, p -> p.graceMonths() != null);
        return says != null && appointed.plusMonths(says.graceMonths()).isAfter(day);
    }

    private LawRows.Policy deciding(String qualification, LocalDate day, Predicate<LawRows.Policy> says) {
        LawRows.Policy decides = null;
        for (LawRows.Policy p : law.policies()) {
            boolean ofIt = p.qualification() == null
                    ? qualification.startsWith(p.category().toLowerCase(java.util.Locale.ROOT))
                    : p.qualification().equals(qualification);
            if (ofIt && says.test(p) && within(day, p.from(), p.until()) && stronger(p, decides)) {
                decides = p;
            }
        }
        return decides;
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
