package org.chizheng.workforce.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.chizheng.workforce.rule.StaffingNeed.Enterprise;
import org.chizheng.workforce.rule.StaffingNeed.Lack;
import org.chizheng.workforce.rule.StaffingNeed.Need;
import org.chizheng.workforce.rule.StaffingNeed.Rule;
import org.junit.jupiter.api.Test;

class StaffingNeedTest {
    private static final List<Rule> ART_24 = List.of(
            new Rule("named", List.of("hazchem-production", "coal-mine"), 0, null, Need.BODY_OR_FULL_TIME, "24"),
            new Rule("large", List.of(), 101, null, Need.BODY_OR_FULL_TIME, "24"),
            new Rule("small", List.of(), 0, 100, Need.ANY_MANAGER, "24"));

    private static Optional<Lack> lack(String industry, Integer staff, boolean body, int fullTime, int partTime) {
        return StaffingNeed.of(new Enterprise(industry, staff, body, fullTime, partTime), ART_24)
                .map(StaffingNeed.Finding::lack);
    }

    @Test
    void aNamedIndustryNeedsABodyOrAFullTimeManagerHoweverSmallItIs() {
        assertThat(lack("hazchem-production", 3, false, 0, 5)).contains(Lack.NO_BODY_OR_FULL_TIME_MANAGER);
        assertThat(lack("hazchem-production", null, false, 0, 0)).contains(Lack.NO_BODY_OR_FULL_TIME_MANAGER);
        assertThat(lack("hazchem-production", 3, true, 0, 0)).isEmpty();
        assertThat(lack("coal-mine", 3, false, 1, 0)).isEmpty();
    }

    @Test
    void othersNeedOneFromTheHundredAndFirstPersonOn() {
        assertThat(lack("general", 101, false, 0, 1)).contains(Lack.NO_BODY_OR_FULL_TIME_MANAGER);
        assertThat(lack("general", 100, false, 0, 1)).isEmpty();
        assertThat(lack("general", 100, false, 0, 0)).contains(Lack.NO_MANAGER);
    }

    @Test
    void whatWasNotReportedIsToldAndNotGuessed() {
        assertThat(lack(null, 500, true, 3, 0)).contains(Lack.INDUSTRY_UNKNOWN);
        assertThat(lack("general", null, false, 1, 0)).contains(Lack.STAFF_UNKNOWN);
    }
}
