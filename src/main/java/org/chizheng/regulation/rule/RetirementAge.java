package org.chizheng.regulation.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The statutory retirement age as it rises step by step (decision of the NPC Standing Committee of 2024-09-13): born before the first birth month,
 * the base age holds; from it on, each step of birth months adds one month, up to the cap.
 */
public final class RetirementAge {
    private RetirementAge() {}

    /** One kind of worker: ages in months, the first birth month concerned, the birth months of one step (at least 1). */
    public record Schedule(int baseMonths, YearMonth firstBirthMonth, int stepMonths, int capMonths) {
        public Schedule {
            if (stepMonths < 1 || capMonths < baseMonths) {
                throw new IllegalArgumentException("not a schedule: step " + stepMonths + ", cap " + capMonths);
            }
        }
    }

    /** The age in months at which a person born on that day retires. */
    public static int months(LocalDate born, Schedule schedule) {
        long after = ChronoUnit.MONTHS.between(schedule.firstBirthMonth(), YearMonth.from(born));
        if (after < 0) {
            return schedule.baseMonths();
        }
        return (int) Math.min(schedule.capMonths(), schedule.baseMonths() + after / schedule.stepMonths() + 1);
    }

    /** The day on which the age is reached; until that day, inclusive, a person is not too old. */
    public static LocalDate reachedOn(LocalDate born, Schedule schedule) {
        return born.plusMonths(months(born, schedule));
    }
}
