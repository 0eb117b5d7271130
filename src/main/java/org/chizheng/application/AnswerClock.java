package org.chizheng.application;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.regulation.rule.WorkingCalendar;

/** The authority's working days: by when an application is answered (accepted, returned or refused), and by when it is decided for good. */
@ApplicationScoped
public class AnswerClock {
    private final WorkingDays days;
    private final OfficialClock clock;

    public AnswerClock(WorkingDays days, OfficialClock clock) {
        this.days = days;
        this.clock = clock;
    }

    LocalDate answer(PolicyTerms policy, LocalDate sent) {
        return days.after(sent, policy.number(PolicyTerm.ACCEPT_WORKING_DAYS));
    }

    LocalDate decision(PolicyTerms policy, LocalDate sent) {
        return days.after(sent, policy.number(PolicyTerm.DECIDE_WORKING_DAYS));
    }

    /** Today with the calendar, read once for a whole list. */
    public record Today(LocalDate today, WorkingCalendar calendar) {
        /** Working days until a day: 0 on the day itself, negative when it is over. */
        public int left(LocalDate due) {
            return due.isBefore(today) ? Math.min(-1, calendar.between(today, due)) : calendar.between(today, due);
        }

        /** The same without its sign, for words that say whether they are left or over. */
        public int distance(LocalDate due) {
            return Math.abs(left(due));
        }

        public boolean isOver(LocalDate due) {
            return due.isBefore(today);
        }

        /** The colour of its badge. */
        public String badge(LocalDate due) {
            return isOver(due) ? "badge-bad" : left(due) <= 1 ? "badge-warn" : "";
        }
    }

    public Today today() {
        return new Today(clock.today(), days.calendar());
    }
}
