package org.chizheng.centre;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.centre.rule.Hours;
import org.chizheng.centre.rule.OpeningCalendar;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** When a centre is open: its week, days that differ, and what follows for the next four weeks. */
@Path("/centres/{id}/opening")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER})
public class OpeningPage {
    private static final int SHOWN = 28;
    private final OpeningHours hours;
    private final SettingHours setting;
    private final CentreReach reach;
    private final OfficialClock clock;

    public OpeningPage(OpeningHours hours, SettingHours setting, CentreReach reach, OfficialClock clock) {
        this.hours = hours;
        this.setting = setting;
        this.reach = reach;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "centre", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance opening(
                CentreView centre,
                List<Weekday> week,
                boolean onHolidays,
                List<OpeningHours.Special> specials,
                List<Day> days,
                boolean keeps,
                LocalDate today);
    }

    /** A day of the week, 1 being Monday, with its hours. */
    public record Weekday(String number, Hours hours) {}

    /** A day to come; kind is HOLIDAY, MAKE_UP or empty. */
    public record Day(LocalDate day, String weekday, Hours hours, String kind) {}

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR})
    public TemplateInstance look(@RestPath UUID id) {
        CentreView centre = reach.centre(id, CentreReach.READERS);
        OpeningCalendar calendar = hours.calendar(id);
        List<Weekday> week = Stream.of(DayOfWeek.values())
                .map(day -> new Weekday(
                        String.valueOf(day.getValue()), calendar.week().getOrDefault(day, Hours.CLOSED)))
                .toList();
        LocalDate today = clock.today();
        List<Day> days = today.datesUntil(today.plusDays(SHOWN))
                .map(day -> new Day(
                        day,
                        String.valueOf(day.getDayOfWeek().getValue()),
                        calendar.on(day),
                        calendar.holidays().contains(day)
                                ? "HOLIDAY"
                                : calendar.makeUp().contains(day) ? "MAKE_UP" : ""))
                .toList();
        return Templates.opening(
                centre,
                week,
                calendar.opensOnHolidays(),
                hours.specials(id),
                days,
                reach.reaches(centre, CentreReach.KEEPERS),
                today);
    }

    /** Seven texts, Monday's first. */
    @POST
    public Response week(@RestPath UUID id, @RestForm("hours") List<String> texts, @RestForm boolean onHolidays) {
        reach.centre(id, CentreReach.KEEPERS);
        if (texts == null || texts.size() != DayOfWeek.values().length) {
            throw new Refused(CentreRefusal.HOURS_INVALID, "");
        }
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours(texts.get(day.getValue() - 1)));
        }
        setting.week(id, week, onHolidays);
        return to(id);
    }

    /** Blank hours: closed. */
    @POST
    @Path("days")
    public Response day(
            @RestPath UUID id, @RestForm String day, @RestForm("hours") String text, @RestForm String reason) {
        reach.centre(id, CentreReach.KEEPERS);
        setting.day(id, Days.of(day, "day"), hours(text), reason);
        return to(id);
    }

    @POST
    @Path("days/remove")
    public Response asUsual(@RestPath UUID id, @RestForm String day) {
        reach.centre(id, CentreReach.KEEPERS);
        setting.asUsual(id, Days.of(day, "day"));
        return to(id);
    }

    private static Hours hours(String text) {
        return Hours.parse(text == null ? "" : text).orElseThrow(() -> new Refused(CentreRefusal.HOURS_INVALID, text));
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/centres/" + id + "/opening")).build();
    }
}
