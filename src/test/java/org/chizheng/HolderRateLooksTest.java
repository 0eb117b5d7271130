package org.chizheng;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.statistics.figures.Freezing;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of the holder rate: no axe violation, nothing wider than its window, in both languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HolderRateLooksTest extends Looks {
    private static final String COUNTY = "320382";
    private static final List<String> INDUSTRIES =
            List.of("hazchem-production", "mine-underground", "transport", "construction", "steelmaking");
    private static final List<String> SIZES = List.of("LARGE", "MEDIUM", "SMALL", "MICRO");

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Freezing freezing;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    /** Enterprises of several kinds in four cities, their people certified or not. @return the last of them */
    private UUID people() {
        UUID last = null;
        for (int i = 0; i < 12; i++) {
            String county = List.of(COUNTY, "320113", "320312", "321283").get(i % 4);
            last = workplace.enterprise(county);
            sql.update(
                    "UPDATE enterprise SET name = ?, industry = ?, size = ?, high_risk = ? WHERE id = ?",
                    "演示精细化工制造（江苏）有限公司第" + i + "分厂",
                    INDUSTRIES.get(i % 5),
                    SIZES.get(i % 4),
                    i % 3 == 0,
                    last);
            UUID post = workplace.post(last, "operator-low-voltage-electrical");
            for (int p = 0; p < 6; p++) {
                Workplace.Someone someone = workplace.staff(post);
                if (p < 2 + i % 5) {
                    certified.issue(someone, "operator-low-voltage-electrical");
                }
            }
            workplace.appoint(
                    workplace.post(last, "principal-hazchem-production"),
                    workplace.someone(),
                    clock.today().minusMonths(1 + i));
        }
        return last;
    }

    @Test
    void theHolderRateIsSeenByThePublicAndByTheRegulator() {
        UUID enterprise = people();
        LocalDate day = clock.today();
        look("statistics/holder-rate?region=32", "rate-province");
        look("statistics/holder-rate?region=3201", "rate-city");
        look("statistics/holder-rate/breakdown?by=qualification", "rate-items-public");
        look("statistics/holder-rate/breakdown?by=industry&region=3203", "rate-industries-city");
        look("statistics/holder-rate/trend?region=32", "rate-trend");
        signIn("regulator");
        for (String by : List.of("category", "industry", "risk", "size")) {
            look("statistics/holder-rate/breakdown?by=" + by, "rate-by-" + by);
        }
        look("statistics/holder-rate?region=320312", "rate-county");
        look("statistics/holder-rate/breakdown?by=size&region=320312", "rate-county-sizes");
        look("statistics/holder-rate/enterprises?region=321283&asOf=" + day, "rate-enterprises");
        look("statistics/holder-rate/enterprises/" + enterprise, "rate-enterprise");
        freezing.freeze(day.minusDays(3));
        look("statistics/snapshots", "rate-snapshots");
    }
}
