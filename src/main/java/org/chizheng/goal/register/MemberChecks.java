package org.chizheng.goal.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.people.Registering;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.training.rule.DayText;

/** Whether somebody can be entered as it was written. Nothing is written here. */
@ApplicationScoped
class MemberChecks {
    private static final int LONGEST = 100;
    private static final int EARLIEST = 1950;
    private static final List<String> YES = List.of("是", "有", "yes", "true", "1");
    private static final List<String> NO = List.of("", "否", "无", "no", "false", "0");
    private final Registering registering;
    private final Regions regions;
    private final OfficialClock clock;

    MemberChecks(Registering registering, Regions regions, OfficialClock clock) {
        this.registering = registering;
        this.regions = regions;
        this.clock = clock;
    }

    /** Somebody who can be entered. */
    record Checked(String name, String idNumber, Facts facts) {}

    /**
     * What the register does not ask for is not looked at and not kept.
     *
     * @param reach whether a region's register may be written
     * @throws Refused for the first thing that does not hold
     */
    Checked check(Register register, MemberForm form, Predicate<String> reach) {
        registering.check(form.name(), form.idNumber());
        String region = region(text(form.region()));
        if (!reach.test(region)) {
            throw new Refused(RegisterRefusal.REGION_BEYOND);
        }
        LocalDate today = clock.today();
        LocalDate since = day(form.since(), "since");
        if (since == null || since.isAfter(today) || since.getYear() < EARLIEST) {
            throw new Refused(RegisterRefusal.SINCE_INVALID, EARLIEST);
        }
        boolean schooled = register.asks("degree");
        Facts facts = new Facts(
                region,
                filled(form.organisation(), RegisterRefusal.ORGANISATION_MISSING),
                filled(form.title(), RegisterRefusal.TITLE_MISSING),
                since,
                schooled ? within(form.degree()) : "",
                register.asks("related") && related(text(form.related())),
                register.asks("practice_from")
                        ? past(form.practiceFrom(), "practice_from", RegisterRefusal.PRACTICE_IN_FUTURE)
                        : null,
                register.asks("certificate") ? within(form.certificate()) : "",
                register.asks("certified_until") ? day(form.certifiedUntil(), "certified_until") : null,
                register.asks("achieved_on")
                        ? past(form.achievedOn(), "achieved_on", RegisterRefusal.ACHIEVED_IN_FUTURE)
                        : null);
        return new Checked(text(form.name()), form.idNumber(), facts);
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    /** 鼓楼区 exists twice: a name counts only where one region bears it. */
    private String region(String asked) {
        List<String> found = regions.all().stream()
                .filter(one -> !one.isZone())
                .filter(one -> one.code().equals(asked)
                        || one.zh().equals(asked)
                        || one.en().equalsIgnoreCase(asked))
                .map(RegionView::code)
                .toList();
        if (found.size() != 1) {
            throw new Refused(RegisterRefusal.REGION_UNKNOWN);
        }
        return found.get(0);
    }

    private static String filled(String text, RegisterRefusal otherwise) {
        if (text(text).isEmpty()) {
            throw new Refused(otherwise);
        }
        return within(text);
    }

    private static String within(String text) {
        String tidy = text(text);
        if (tidy.length() > LONGEST) {
            throw new Refused(RegisterRefusal.TEXT_TOO_LONG, LONGEST);
        }
        return tidy;
    }

    private static boolean related(String text) {
        String tidy = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(tidy) && !NO.contains(tidy)) {
            throw new Refused(RegisterRefusal.RELATED_UNKNOWN);
        }
        return YES.contains(tidy);
    }

    private LocalDate past(String text, String column, RegisterRefusal otherwise) {
        LocalDate day = day(text, column);
        if (day != null && day.isAfter(clock.today())) {
            throw new Refused(otherwise);
        }
        return day;
    }

    /** @return null for none */
    private static LocalDate day(String text, String column) {
        if (text(text).isEmpty()) {
            return null;
        }
        return DayText.parse(text, false)
                .filter(day -> day.getYear() >= EARLIEST && day.getYear() < 2200)
                .orElseThrow(() -> new Refused(RegisterRefusal.DAY_INVALID, column));
    }
}
