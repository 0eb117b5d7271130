package org.chizheng.goal.work;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.goal.GoalTerm;
import org.chizheng.goal.GoalTerms;
import org.chizheng.goal.rule.WorkState;
import org.chizheng.regulation.WorkingDays;

/** What people do to an item: the enterprise answers, the regulator accepts, gives back or closes. Each act but accepting needs words. */
@ApplicationScoped
public class Settling {
    static final int LONGEST = 1000;
    private final WorkItems items;
    private final WorkBook book;
    private final GoalTerms terms;
    private final WorkingDays workingDays;
    private final OfficialClock clock;

    public Settling(WorkItems items, WorkBook book, GoalTerms terms, WorkingDays workingDays, OfficialClock clock) {
        this.items = items;
        this.book = book;
        this.terms = terms;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Given back, it has the same time again.
     *
     * @param seen as the reader had it
     * @throws Refused NOT_FOUND, NOT_NOW if its state does not allow the act, WORDS_MISSING
     */
    @Transactional
    public void act(WorkItem seen, WorkState.Act act, String words) {
        WorkItem item = items.locked(seen.id()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!item.state().allows(act)) {
            throw new Refused(WorkRefusal.NOT_NOW);
        }
        String tidy = words == null ? "" : words.strip();
        if (tidy.length() > LONGEST || tidy.isEmpty() && act != WorkState.Act.ACCEPT) {
            throw new Refused(WorkRefusal.WORDS_MISSING, LONGEST);
        }
        LocalDate today = clock.today();
        LocalDate due = act == WorkState.Act.GIVE_BACK
                ? workingDays.after(today, terms.on(today).number(GoalTerm.ANSWER_WORKING_DAYS))
                : item.dueOn();
        book.act(item.running(), act, due, tidy);
    }
}
