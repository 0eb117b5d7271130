package org.chizheng.statistics.forecast;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.Qualifications;

/** What a query asks for, as far as the user sees: a city's regulator its own city. */
@RequestScoped
class ForecastReach {
    private static final String PROVINCE = "32";
    private static final String[] SEE = {Roles.REGULATOR, Roles.ADMINISTRATOR};
    private final Regions regions;
    private final Qualifications qualifications;
    private final ForecastTerms terms;
    private final CurrentUser user;
    private final OfficialClock clock;
    private final Ui ui;

    ForecastReach(
            Regions regions,
            Qualifications qualifications,
            ForecastTerms terms,
            CurrentUser user,
            OfficialClock clock,
            Ui ui) {
        this.regions = regions;
        this.qualifications = qualifications;
        this.terms = terms;
        this.user = user;
        this.clock = clock;
        this.ui = ui;
    }

    /**
     * @param region blank for the widest that the user reaches
     * @param by as 2027-02, blank for the usual number of months
     * @param qualification blank for all
     * @throws Refused FIELD_INVALID with the field, NOT_FOUND for a region out of reach, CITY_ONLY for who reaches no city
     */
    Asked asked(String region, String by, String qualification) {
        LocalDate today = clock.today();
        RegionView found = region == null || region.isBlank() ? widest() : reached(region);
        boolean province = PROVINCE.equals(found.code());
        if (!province && !"CITY".equals(found.level())) {
            throw invalid("region", PROVINCE + ", 3201 – 3213");
        }
        String code = qualification == null ? "" : qualification;
        if (!code.isEmpty() && qualifications.find(code).isEmpty()) {
            throw invalid("qualification", "");
        }
        return new Asked(today, found, province ? regions.children(PROVINCE) : List.of(found), month(by, today), code);
    }

    private RegionView reached(String region) {
        return regions.find(region)
                .filter(one -> user.reachesRegion(one.code(), SEE))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private RegionView widest() {
        return regions.all().stream()
                .filter(one -> PROVINCE.equals(one.code()) || "CITY".equals(one.level()))
                .filter(one -> user.reachesRegion(one.code(), SEE))
                .findFirst()
                .orElseThrow(() -> new Refused(ForecastRefusal.CITY_ONLY));
    }

    private YearMonth month(String by, LocalDate today) {
        YearMonth first = Asked.first(today);
        if (by == null || by.isBlank()) {
            return first.plusMonths(terms.on(today).number(ForecastTerm.TARGET_MONTHS) - 1L);
        }
        YearMonth last = first.plusMonths(Asked.MONTHS - 1L);
        try {
            YearMonth month = YearMonth.parse(by);
            if (!month.isBefore(first) && !month.isAfter(last)) {
                return month;
            }
        } catch (DateTimeException e) {
            throw invalid("by", first + " – " + last);
        }
        throw invalid("by", first + " – " + last);
    }

    /** Names the field by its label and by its parameter. */
    Refused invalid(String parameter, String form) {
        return new Refused(
                CommonRefusal.FIELD_INVALID, ui.text("forecast_field_", parameter) + " (" + parameter + ")", form);
    }
}
