package org.chizheng.regulation;

import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.regulation.rule.RetirementAge;

/** When a person retires, by the schedule in the data. */
@ApplicationScoped
public class RetirementSchedules {
    private final Sql sql;

    public RetirementSchedules(Sql sql) {
        this.sql = sql;
    }

    /**
     * The day on which a person reaches the statutory retirement age. For women the law asks which post they hold, which an enrolment does not say yet;
     * the later age (management and technical posts) is taken, so that nobody is refused who may come.
     */
    public LocalDate retiresOn(LocalDate born, boolean male) {
        return RetirementAge.reachedOn(born, schedule(male ? "MALE" : "FEMALE_STAFF"));
    }

    private RetirementAge.Schedule schedule(String kind) {
        return sql.first(
                        "SELECT base_months, first_birth_month, step_months, cap_months FROM retirement_schedule WHERE worker_kind = ?",
                        row -> new RetirementAge.Schedule(
                                row.getInt("base_months"),
                                YearMonth.from(Sql.date(row, "first_birth_month")),
                                row.getInt("step_months"),
                                row.getInt("cap_months")),
                        kind)
                .orElseThrow();
    }
}
