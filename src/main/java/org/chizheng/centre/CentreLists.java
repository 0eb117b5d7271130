package org.chizheng.centre;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.centre.rule.Hours;
import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.Ui;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.WorkingDays;

/** The lists of a centre as Excel, in the page's language. */
@RequestScoped
public class CentreLists {
    private final Centres centres;
    private final Stations stations;
    private final OpeningHours hours;
    private final Accreditations accreditations;
    private final CentreStaff staff;
    private final Expiries expiries;
    private final Regions regions;
    private final Qualifications qualifications;
    private final Ui ui;

    public CentreLists(
            Centres centres,
            Stations stations,
            OpeningHours hours,
            Accreditations accreditations,
            CentreStaff staff,
            Expiries expiries,
            Regions regions,
            Qualifications qualifications,
            Ui ui) {
        this.centres = centres;
        this.stations = stations;
        this.hours = hours;
        this.accreditations = accreditations;
        this.staff = staff;
        this.expiries = expiries;
        this.regions = regions;
        this.qualifications = qualifications;
        this.ui = ui;
    }

    byte[] centres(List<CentreView> all) {
        List<List<Object>> rows = new ArrayList<>();
        for (CentreView c : all) {
            List<RoomView> rooms = centres.rooms(c.id());
            rows.add(row(
                    c.code(),
                    c.zh(),
                    c.en(),
                    regions.find(c.region()).map(this::name).orElse(c.region()),
                    ui.text("centre_host_", c.host()),
                    rooms.size(),
                    rooms.stream().mapToInt(RoomView::seats).sum(),
                    stations.of(c.id()).size()));
        }
        return new ListBook()
                .sheet(
                        text("centre_list"),
                        heads("code", "name_zh", "name_en", "region", "host", "rooms", "seats", "stations"),
                        rows)
                .bytes();
    }

    byte[] days(List<WorkingDays.Special> days) {
        return new ListBook()
                .sheet(
                        text("centre_calendar"),
                        heads("day", "kind", "name", "source"),
                        days.stream()
                                .map(d -> row(
                                        d.day(),
                                        ui.text("centre_kind_", d.kind()),
                                        ui.pick(d.zh(), d.en()),
                                        d.source()))
                                .toList())
                .bytes();
    }

    /** Everything of one centre: a sheet for each list. */
    byte[] one(CentreView centre) {
        ListBook book = new ListBook();
        book.sheet(
                text("centre_expiring"),
                heads("kind", "what", "last_day"),
                expiries.of(List.of(centre.id())).stream()
                        .map(e -> row(ui.text("centre_expiry_", e.kind()), e.subject(), e.last()))
                        .toList());
        rooms(book, centre);
        stations(book, centre);
        Map<DayOfWeek, Hours> week = hours.calendar(centre.id()).week();
        book.sheet(
                text("centre_week"),
                heads("weekday", "hours"),
                Stream.of(DayOfWeek.values())
                        .map(day -> row(
                                ui.text("centre_weekday_", String.valueOf(day.getValue())),
                                week.getOrDefault(day, Hours.CLOSED)))
                        .toList());
        book.sheet(
                text("centre_specials"),
                heads("day", "hours", "reason"),
                hours.specials(centre.id()).stream()
                        .map(s -> row(s.day(), s.hours().isClosed() ? text("centre_closed") : s.hours(), s.reason()))
                        .toList());
        authorities(book, centre);
        return book.bytes();
    }

    private void rooms(ListBook book, CentreView centre) {
        List<RoomView> rooms = centres.rooms(centre.id());
        book.sheet(
                text("centre_rooms"),
                heads("room", "seats", "capacity", "out_of_service"),
                rooms.stream()
                        .map(r -> row(r.label(), r.seats(), r.places(), reason(r.out())))
                        .toList());
        List<List<Object>> seats = new ArrayList<>();
        rooms.forEach(room -> centres.seats(room.id())
                .forEach(s -> seats.add(row(room.label(), s.label(), s.network(), s.fingerprint(), reason(s.out())))));
        book.sheet(text("centre_seats"), heads("room", "seat", "network", "fingerprint", "out_of_service"), seats);
    }

    private void authorities(ListBook book, CentreView centre) {
        book.sheet(
                text("centre_accreditations"),
                heads("number", "scope", "from", "last_day", "end_reason"),
                accreditations.of(centre.id()).stream()
                        .map(a -> row(a.number(), names(a.qualifications()), a.validFrom(), a.validTo(), a.endReason()))
                        .toList());
        book.sheet(
                text("centre_staff"),
                heads("name", "duty", "qualification", "credential", "qualified_until", "since", "until"),
                staff.of(centre.id()).stream()
                        .map(s -> row(
                                s.name(),
                                ui.text("centre_duty_", s.duty()),
                                s.qualification() == null ? null : names(List.of(s.qualification())),
                                s.credential(),
                                s.qualifiedUntil(),
                                s.since(),
                                s.until()))
                        .toList());
    }

    private void stations(ListBook book, CentreView centre) {
        List<StationView> all = stations.of(centre.id());
        book.sheet(
                text("centre_stations"),
                heads("station", "scope", "capacity", "out_of_service"),
                all.stream()
                        .map(s -> row(s.label(), names(s.qualifications()), s.capacity(), reason(s.out())))
                        .toList());
        List<List<Object>> devices = new ArrayList<>();
        all.forEach(station -> stations.devices(station.id())
                .forEach(d ->
                        devices.add(row(station.label(), d.name(), d.serial(), d.checkedUntil(), reason(d.out())))));
        book.sheet(
                text("centre_devices"),
                heads("station", "device", "serial", "checked_until", "out_of_service"),
                devices);
    }

    private static String reason(Out out) {
        return out == null ? null : out.reason();
    }

    private String names(List<String> codes) {
        return codes.stream().map(qualifications::get).map(this::name).collect(Collectors.joining("; "));
    }

    private String name(QualificationView q) {
        return ui.pick(q.zh(), q.en());
    }

    private String name(RegionView r) {
        return ui.pick(r.zh(), r.en());
    }

    private String text(String key) {
        return Messages.get(ui.getLang(), key);
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(key -> text("centre_" + key)).toList();
    }

    private static List<Object> row(Object... cells) {
        List<Object> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell);
        }
        return row;
    }
}
