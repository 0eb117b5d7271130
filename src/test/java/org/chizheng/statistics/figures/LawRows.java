package org.chizheng.statistics.figures;

import java.time.LocalDate;
import java.util.List;

/** The law of a history, as rows. */
record LawRows(List<Cover> covers, List<Acceptance> acceptances, List<Policy> policies, LocalDate reviewUntil) {

    private static final String NAMED = "EMPLOYEE,DISPATCHED,INTERN";

    record Cover(String covering, String covered, LocalDate from, LocalDate until) {}

    record Acceptance(String department, String qualification, LocalDate from, LocalDate until) {}

    /** qualification is null for all of the category; the last three null where the policy says nothing of it. */
    record Policy(
            String category,
            String qualification,
            LocalDate from,
            LocalDate until,
            Integer graceMonths,
            Integer absenceMonths,
            String workers) {}

    /** Everything changes somewhere among the days of a history that begins there. */
    static LawRows changingAfter(LocalDate base) {
        return new LawRows(
                List.of(
                        new Cover(History.HIGH, History.LOW, base.plusDays(20), base.plusDays(60)),
                        new Cover(History.HIGH, History.LOW, base.plusDays(75), null)),
                List.of(
                        new Acceptance("HOUSING", History.LOW, base.plusDays(10), base.plusDays(80)),
                        new Acceptance("HOUSING", History.MANAGER, base.plusDays(40), null)),
                List.of(
                        new Policy("MANAGER", null, LocalDate.of(2012, 3, 2), base.plusDays(50), 1, 0, NAMED),
                        new Policy("MANAGER", null, base.plusDays(50), null, 2, 2, null),
                        new Policy(
                                "MANAGER",
                                History.MANAGER,
                                base.plusDays(30),
                                base.plusDays(70),
                                0,
                                1,
                                "EMPLOYEE,CONTRACTOR"),
                        new Policy("MANAGER", History.MANAGER, base.plusDays(60), base.plusDays(90), null, null, null),
                        new Policy("OPERATOR", null, LocalDate.of(2010, 7, 2), base.plusDays(40), 0, 1, NAMED),
                        new Policy("OPERATOR", null, base.plusDays(40), null, 1, 2, "EMPLOYEE,DISPATCHED,CONTRACTOR"),
                        new Policy("OPERATOR", History.LOW, base.plusDays(85), base.plusDays(150), null, 0, null)),
                base.plusDays(55));
    }
}
