package org.chizheng.workforce.rule;

import java.util.List;
import java.util.Optional;

/** What an enterprise lacks of the safety staff that the law wants (Work Safety Law, art. 24), by rules that are data. */
public final class StaffingNeed {
    private StaffingNeed() {}

    /** What a rule wants. */
    public enum Need {
        /** A safety body, or at least one full-time safety manager. */
        BODY_OR_FULL_TIME,
        /** At least one safety manager, full-time or part-time. */
        ANY_MANAGER
    }

    /** What is lacking, or what must be reported before it can be told. */
    public enum Lack {
        NO_BODY_OR_FULL_TIME_MANAGER,
        NO_MANAGER,
        INDUSTRY_UNKNOWN,
        STAFF_UNKNOWN
    }

    /**
     * @param industries that it is about; empty for all that no other rule names
     * @param staffFrom people employed, included; staffTo null without bound
     */
    public record Rule(String code, List<String> industries, int staffFrom, Integer staffTo, Need need, String source) {
        public Rule {
            industries = List.copyOf(industries);
        }

        private boolean holdsFor(String industry, int staff, boolean named) {
            boolean about = named ? industries.contains(industry) : industries.isEmpty();
            return about && staff >= staffFrom && (staffTo == null || staff <= staffTo);
        }
    }

    /** As reported: industry and staff are null where they were not. Managers stand at posts that require a manager's qualification. */
    public record Enterprise(String industry, Integer staff, boolean safetyBody, int fullTime, int partTime) {}

    /** rule: null where no rule could be found for want of a report. */
    public record Finding(Lack lack, Rule rule) {}

    /** Empty when nothing is lacking. A size that was not reported is no obstacle where every size is treated alike. */
    public static Optional<Finding> of(Enterprise enterprise, List<Rule> inForce) {
        if (enterprise.industry() == null) {
            return Optional.of(new Finding(Lack.INDUSTRY_UNKNOWN, null));
        }
        boolean named = inForce.stream().anyMatch(rule -> rule.industries().contains(enterprise.industry()));
        if (enterprise.staff() == null && !named) {
            return Optional.of(new Finding(Lack.STAFF_UNKNOWN, null));
        }
        int staff = enterprise.staff() == null ? 0 : enterprise.staff();
        return inForce.stream()
                .filter(rule -> rule.holdsFor(enterprise.industry(), staff, named))
                .findFirst()
                .flatMap(rule -> lack(enterprise, rule));
    }

    private static Optional<Finding> lack(Enterprise enterprise, Rule rule) {
        boolean held = switch (rule.need()) {
            case BODY_OR_FULL_TIME -> enterprise.safetyBody() || enterprise.fullTime() > 0;
            case ANY_MANAGER -> enterprise.safetyBody() || enterprise.fullTime() + enterprise.partTime() > 0;
        };
        Lack lack = rule.need() == Need.ANY_MANAGER ? Lack.NO_MANAGER : Lack.NO_BODY_OR_FULL_TIME_MANAGER;
        return held ? Optional.empty() : Optional.of(new Finding(lack, rule));
    }
}
