package org.chizheng.goal;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.DatedTerms;
import org.chizheng.common.Sql;

/** Numbers of the plan and those that we had to assume, as of a day: table {@code goal_term}. */
@ApplicationScoped
public class GoalTerms {
    private final Sql sql;

    public GoalTerms(Sql sql) {
        this.sql = sql;
    }

    public DatedTerms<GoalTerm> on(LocalDate day) {
        return DatedTerms.on(sql, "goal_term", day);
    }
}
