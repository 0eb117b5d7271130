package org.chizheng.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.centre.Accreditations;
import org.chizheng.centre.Accrediting;
import org.chizheng.centre.SettingHours;
import org.chizheng.centre.Staffing;
import org.chizheng.centre.Stationing;
import org.chizheng.centre.rule.Hours;
import org.chizheng.common.OfficialClock;
import org.chizheng.people.Registering;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.training.ProviderView;
import org.chizheng.training.Providers;
import org.chizheng.training.Providing;
import org.chizheng.training.RecordingTraining;
import org.chizheng.training.Source;
import org.chizheng.training.TrainingForm;
import org.chizheng.training.schedule.ClassForm;
import org.chizheng.training.schedule.Scheduling;

/** Gives the demo centre what a centre has: accreditation, people, a station, hours around the clock so that its session can be sat whenever the demo runs; and a training provider with what it has taught and planned. */
@ApplicationScoped
public class Furnishing {
    private static final String OPERATOR = "operator-low-voltage-electrical";
    private static final int FIRST = 301;
    private static final List<Member> STAFF = List.of(
            new Member("centre", "演示考点负责人", "MANAGER", null),
            new Member("invigilator", "演示监考员", "INVIGILATOR", null),
            new Member("invigilator2", "演示监考员乙", "INVIGILATOR", null),
            new Member("assessor", "演示考评员", "ASSESSOR", OPERATOR),
            new Member("assessor2", "演示考评员乙", "ASSESSOR", OPERATOR),
            new Member("technician", "演示技术员", "TECHNICIAN", null),
            new Member("assessor3", "演示考评员丙", "ASSESSOR", OPERATOR));
    private static final int TRAINER = FIRST + 20;
    private static final Scheduling.Planner PLANNER = new Scheduling.Planner("system:demo", county -> true);
    private final Accreditations accreditations;
    private final Accrediting accrediting;
    private final Staffing staffing;
    private final Stationing stationing;
    private final SettingHours hours;
    private final Providing providing;
    private final Providers providers;
    private final Scheduling scheduling;
    private final RecordingTraining recording;
    private final Registering registering;
    private final Qualifications qualifications;
    private final OfficialClock clock;

    public Furnishing(
            Accreditations accreditations,
            Accrediting accrediting,
            Staffing staffing,
            Stationing stationing,
            SettingHours hours,
            Providing providing,
            Providers providers,
            Scheduling scheduling,
            RecordingTraining recording,
            Registering registering,
            Qualifications qualifications,
            OfficialClock clock) {
        this.accreditations = accreditations;
        this.accrediting = accrediting;
        this.staffing = staffing;
        this.stationing = stationing;
        this.hours = hours;
        this.providing = providing;
        this.providers = providers;
        this.scheduling = scheduling;
        this.recording = recording;
        this.registering = registering;
        this.qualifications = qualifications;
        this.clock = clock;
    }

    private record Member(String account, String name, String duty, String qualification) {}

    /** Who stands behind a demo account of the centre. */
    UUID person(String account) {
        for (int i = 0; i < STAFF.size(); i++) {
            if (STAFF.get(i).account().equals(account)) {
                return registering
                        .register(STAFF.get(i).name(), DemoAuthority.idNumber(FIRST + i))
                        .id();
            }
        }
        throw new IllegalArgumentException(account);
    }

    /** Once; a centre that is accredited has been furnished. */
    @Transactional
    void furnish(UUID centre, Source enterprise) {
        if (!accreditations.of(centre).isEmpty()) {
            return;
        }
        LocalDate today = clock.today();
        List<String> all =
                qualifications.all().stream().map(QualificationView::code).toList();
        accrediting.accredit(centre, "苏应急考〔演示〕001号", today.minusYears(1), today.plusYears(2), all, "system:demo");
        for (int i = 0; i < STAFF.size(); i++) {
            Member m = STAFF.get(i);
            LocalDate until = today.plusDays("assessor2".equals(m.account()) ? 40 : 700);
            staffing.add(
                    centre,
                    m.name(),
                    DemoAuthority.idNumber(FIRST + i),
                    new Staffing.Duty(m.duty(), m.qualification(), "演示-" + (i + 1), until, today.minusYears(1)));
        }
        UUID station = stationing.station(centre, "实操1", List.of(OPERATOR), 1);
        stationing.device(station, "低压电工实训台（演示）", "DEMO-0001", today.plusDays(50));
        hours.week(centre, aroundTheClock(), true);
        train(enterprise, today);
    }

    private static Map<DayOfWeek, Hours> aroundTheClock() {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, Hours.ALWAYS);
        }
        return week;
    }

    private void train(Source enterprise, LocalDate today) {
        UUID provider = providing.provider("52320100MJD0000979", "演示安全生产培训中心", "320115");
        providing.trainer(provider, "演示培训教师", DemoAuthority.idNumber(TRAINER), today.minusYears(2));
        recording.record(
                Source.provider(provider),
                trained("演示考生甲", 1, "INITIAL", 48, today.minusMonths(6), "演示培训教师"),
                "system:demo");
        recording.record(enterprise, trained("演示考生甲", 1, "YEARLY", 16, today.minusMonths(1), ""), "system:demo");
        LocalDate next = today.plusMonths(1).withDayOfMonth(15);
        ProviderView planning = providers.find(provider).orElseThrow();
        scheduling.plan(planning, planned("manager-hazchem-production", "INITIAL", next, 48, 40), PLANNER);
        scheduling.plan(planning, planned(DemoAuthority.QUALIFICATION, "RENEWAL", next.plusMonths(1), 16, 60), PLANNER);
    }

    private static ClassForm planned(String qualification, String kind, LocalDate last, int hours, int places) {
        return new ClassForm("", qualification, kind, last.minusDays(7), last, hours, places);
    }

    private static TrainingForm trained(
            String name, int serial, String kind, int hours, LocalDate ended, String trainer) {
        return new TrainingForm(
                name,
                DemoAuthority.idNumber(serial),
                DemoAuthority.QUALIFICATION,
                kind,
                hours,
                ended.minusDays(6),
                ended,
                "危险化学品生产单位主要负责人安全培训（演示）",
                true,
                trainer,
                "");
    }
}
