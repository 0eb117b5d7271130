package org.chizheng.fitness.roster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.chizheng.common.Messages;
import org.chizheng.common.Refused;
import org.chizheng.exchange.sheet.PlainTable.Line;
import org.chizheng.people.IdDocuments;
import org.chizheng.people.IdForm;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.training.rule.DayText;
import org.chizheng.workforce.Departments;
import org.chizheng.workforce.Enterprises;
import org.chizheng.workforce.WorkforceRefusal;
import org.chizheng.workforce.rule.WorkerKind;

/** Understands the words of one roster's rows, remembering what was looked up. */
final class RosterWords {
    private static final int LONGEST = 200;
    private static final int LONGEST_POST = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final List<String> DAYS = List.of("from", "until", "birth");
    private final Enterprises enterprises;
    private final Qualifications qualifications;
    private final Departments departments;
    private final RosterReach reach;
    private final LocalDate today;
    private final Map<String, Optional<String>> codes = new HashMap<>();
    private final Map<String, Optional<UUID>> employers = new HashMap<>();
    private final Map<UUID, Map<String, UUID>> sites = new HashMap<>();
    private List<Departments.Department> allDepartments;

    RosterWords(
            Enterprises enterprises,
            Qualifications qualifications,
            Departments departments,
            RosterReach reach,
            LocalDate today) {
        this.enterprises = enterprises;
        this.qualifications = qualifications;
        this.departments = departments;
        this.reach = reach;
        this.today = today;
    }

    /** @throws Refused for the first thing that is wrong, by the name of its column */
    RosterRow row(Line line) {
        mustBeReadable(line);
        IdForm form = IdDocuments.form(
                line.text("id_type"), line.text("id_number"), dayText(line, "birth"), line.text("sex"));
        IdForm.Told told = form.told(today);
        UUID enterprise = employer(line.text("credit_code"));
        LocalDate from = day(line, "from").orElseThrow(() -> invalid(line, "from"));
        LocalDate until =
                line.text("until").isEmpty() ? null : day(line, "until").orElseThrow(() -> invalid(line, "until"));
        if (until != null && !until.isAfter(from)) {
            throw new Refused(RosterRefusal.UNTIL_TOO_EARLY, until, from);
        }
        return new RosterRow(
                line.number(),
                name(line),
                told.document(),
                told.birthDate(),
                told.male(),
                enterprise,
                post(line.text("post")),
                site(enterprise, line.text("site")),
                qualification(line.text("qualification")),
                department(line.text("department")),
                kind(line.text("worker_kind")),
                isPartTime(line.text("part_time")),
                from,
                until);
    }

    private static void mustBeReadable(Line line) {
        line.formulas().stream()
                .filter(column -> !(DAYS.contains(column) && line.dates().contains(column)))
                .findFirst()
                .ifPresent(column -> {
                    throw new Refused(RosterRefusal.CELL_UNREADABLE, head(column));
                });
        line.texts().forEach((column, text) -> {
            if (text.length() > LONGEST) {
                throw new Refused(RosterRefusal.CELL_TOO_LONG, head(column), LONGEST);
            }
        });
    }

    /** A column in both languages: the answers are told in either. */
    private static String head(String column) {
        return Messages.get("zh", "roster_column_" + column) + " / " + Messages.get("en", "roster_column_" + column);
    }

    private static Refused invalid(Line line, String column) {
        return new Refused(RosterRefusal.DAY_INVALID, head(column), line.text(column));
    }

    private String name(Line line) {
        return org.chizheng.people.Registering.tidy(line.text("name"));
    }

    private Optional<LocalDate> day(Line line, String column) {
        return DayText.parse(line.text(column), line.dates().contains(column))
                .filter(day -> !day.isAfter(today) && !day.isBefore(EARLIEST));
    }

    private static String dayText(Line line, String column) {
        return DayText.parse(line.text(column), line.dates().contains(column))
                .map(LocalDate::toString)
                .orElse(line.text(column));
    }

    private UUID employer(String creditCode) {
        return employers
                .computeIfAbsent(creditCode, code -> reach.employer(enterprises, code))
                .orElseThrow(() -> new Refused(RosterRefusal.ENTERPRISE_UNKNOWN, creditCode));
    }

    private static String post(String title) {
        if (title.isEmpty() || title.length() > LONGEST_POST) {
            throw new Refused(RosterRefusal.POST_MISSING, LONGEST_POST);
        }
        return title;
    }

    private UUID site(UUID enterprise, String name) {
        if (name.isEmpty()) {
            return null;
        }
        UUID site = sites.computeIfAbsent(enterprise, this::sitesOf).get(name);
        if (site == null) {
            throw new Refused(WorkforceRefusal.SITE_UNKNOWN);
        }
        return site;
    }

    private Map<String, UUID> sitesOf(UUID enterprise) {
        Map<String, UUID> found = new HashMap<>();
        enterprises.sites(enterprise).forEach(site -> found.put(site.name(), site.id()));
        return found;
    }

    private String qualification(String words) {
        return codes.computeIfAbsent(words, text -> qualifications.named(text).map(QualificationView::code))
                .orElseThrow(() -> new Refused(RosterRefusal.QUALIFICATION_UNKNOWN, words));
    }

    private String department(String words) {
        if (words.isEmpty()) {
            return "EMERGENCY";
        }
        if (allDepartments == null) {
            allDepartments = departments.all();
        }
        return allDepartments.stream()
                .filter(d -> d.code().equals(words) || d.zh().equals(words) || d.en().equalsIgnoreCase(words))
                .map(Departments.Department::code)
                .findFirst()
                .orElseThrow(() -> new Refused(RosterRefusal.DEPARTMENT_UNKNOWN, words));
    }

    private static WorkerKind kind(String words) {
        return words.isEmpty()
                ? WorkerKind.EMPLOYEE
                : Stream.of(WorkerKind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(words) || isName("workforce_kind_" + kind, words))
                        .findFirst()
                        .orElseThrow(() -> new Refused(WorkforceRefusal.WORKER_KIND));
    }

    private static boolean isPartTime(String words) {
        if (words.isEmpty() || words.equalsIgnoreCase("false") || isName("roster_full_time", words)) {
            return false;
        }
        if (words.equalsIgnoreCase("true") || isName("roster_part_time", words)) {
            return true;
        }
        throw new Refused(RosterRefusal.PART_TIME_UNKNOWN, words);
    }

    private static boolean isName(String key, String words) {
        return Stream.of("zh", "en").anyMatch(lang -> Messages.get(lang, key).equalsIgnoreCase(words));
    }
}
