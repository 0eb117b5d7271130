package org.chizheng.certificate.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Renewal 换证 and review 复审: what must hold before they are granted. Each condition that a policy sets has a term of its own there, which names its article. */
public final class Renewal {
    private Renewal() {}

    /** What must hold; the names are those of the refusals. */
    public enum Condition {
        NOT_ENDED,
        NOT_SUSPENDED,
        NO_REVIEW_OVERDUE,
        WINDOW_OPEN,
        NOT_EXPIRED,
        HEALTHY,
        TRAINED,
        EXAMINED
    }

    /**
     * What the policy of the day of application asks for.
     *
     * @param windowDays days before the last one from which on it can be asked for
     * @param healthDays how old a health declaration may be in days; 0: none is asked for
     * @param hours of training
     * @param exam whether an examination must have been passed
     */
    public record Terms(int windowDays, int healthDays, int hours, boolean exam) {}

    /**
     * What is known on the day of application.
     *
     * @param last the last day by which it must be done: of the certificate, or for the review
     * @param healthOn date of the health declaration, or null
     * @param passed whether an examination was passed that still counts
     */
    public record Case(Standing standing, LocalDate last, LocalDate healthOn, int hours, boolean passed) {}

    /** One condition, and whether it is met. */
    public record Line(Condition condition, boolean met) {}

    /** All conditions that the policy sets, in the order of their weight. */
    public static List<Line> check(LocalDate day, Case facts, Terms terms) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Condition.NOT_ENDED, !facts.standing().isEnded()));
        lines.add(new Line(Condition.NOT_SUSPENDED, facts.standing() != Standing.SUSPENDED));
        lines.add(new Line(Condition.NO_REVIEW_OVERDUE, facts.standing() != Standing.REVIEW_OVERDUE));
        lines.add(new Line(Condition.WINDOW_OPEN, !day.isBefore(opens(facts.last(), terms.windowDays()))));
        lines.add(new Line(Condition.NOT_EXPIRED, !day.isAfter(facts.last())));
        if (terms.healthDays() > 0) {
            lines.add(new Line(Condition.HEALTHY, isFresh(facts.healthOn(), day, terms.healthDays())));
        }
        if (terms.hours() > 0) {
            lines.add(new Line(Condition.TRAINED, facts.hours() >= terms.hours()));
        }
        if (terms.exam()) {
            lines.add(new Line(Condition.EXAMINED, facts.passed()));
        }
        return lines;
    }

    /** First day on which it can be asked for. */
    public static LocalDate opens(LocalDate last, int windowDays) {
        return last.minusDays(windowDays);
    }

    /** First day of the new certificate: the day after the old one, where the policy says so and that is still to come; else the day of issue. */
    public static LocalDate begins(LocalDate issued, LocalDate oldLast, boolean afterOld) {
        LocalDate next = oldLast.plusDays(1);
        return afterOld && next.isAfter(issued) ? next : issued;
    }

    private static boolean isFresh(LocalDate declared, LocalDate day, int days) {
        return declared != null && !declared.isAfter(day) && !declared.isBefore(day.minusDays(days));
    }
}
