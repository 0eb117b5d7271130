package org.chizheng.home;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.fitness.Fitness;
import org.chizheng.fitness.roster.RosterUploads;
import org.chizheng.home.EmployerDesk.Figures;
import org.chizheng.home.EmployerDesk.Held;
import org.chizheng.home.EmployerDesk.Missing;
import org.chizheng.home.EmployerDesk.Month;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.StaffingRules;

/** Puts an employer's desk together; who is covered by what is the word of fitness alone. */
@ApplicationScoped
public class EmployerDesks {
    private static final int MONTHS = 12;
    private static final String OPEN = """
            SELECT person_id, qualification FROM application WHERE person_id = ANY (?) AND state IN ('SUBMITTED', 'RETURNED', 'ACCEPTED')""";
    private static final String HELD = """
            SELECT p.id, p.name, c.qualification, c.code, c.valid_from, c.valid_to, c.state
            FROM (SELECT DISTINCT a.person_id FROM post o JOIN appointment a ON a.post_id = o.id
                  WHERE o.enterprise_id = ? AND a.known_until IS NULL AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?)) s
            JOIN person p ON p.id = s.person_id
            CROSS JOIN LATERAL certificates_on(p.id, ?, ?) c
            ORDER BY c.state <> 'FIT', c.valid_to, p.name, c.code""";
    private final Fitness fitness;
    private final Policies policies;
    private final StaffingRules staffing;
    private final RosterUploads uploads;
    private final OfficialClock clock;
    private final Sql sql;

    public EmployerDesks(
            Fitness fitness,
            Policies policies,
            StaffingRules staffing,
            RosterUploads uploads,
            OfficialClock clock,
            Sql sql) {
        this.fitness = fitness;
        this.policies = policies;
        this.staffing = staffing;
        this.uploads = uploads;
        this.clock = clock;
        this.sql = sql;
    }

    EmployerDesk of(EnterpriseView enterprise) {
        LocalDate today = clock.today();
        List<Fitness.OnPost> rows = fitness.ofEnterprise(enterprise.id(), today, clock.now());
        return new EmployerDesk(
                enterprise,
                today,
                figures(rows),
                missing(rows, today),
                months(rows, today),
                staffing.lack(enterprise.id(), today).orElse(null),
                uploads.of(enterprise.id()));
    }

    private static Figures figures(List<Fitness.OnPost> rows) {
        long covered = rows.stream().filter(Fitness.OnPost::covered).count();
        long grace = rows.stream().filter(row -> !row.covered() && row.grace()).count();
        return new Figures(rows.size(), covered, grace);
    }

    private List<Missing> missing(List<Fitness.OnPost> rows, LocalDate today) {
        List<Fitness.OnPost> lacking =
                rows.stream().filter(row -> !row.covered()).toList();
        Set<String> open = open(lacking);
        Map<String, Integer> months = new HashMap<>();
        List<Missing> missing = new ArrayList<>();
        for (Fitness.OnPost row : lacking) {
            LocalDate by = null;
            if (row.grace()) {
                int grace = months.computeIfAbsent(
                        row.qualification(),
                        code -> policies.inForce(code, today).number(PolicyTerm.GRACE_MONTHS));
                by = row.since().plusMonths(grace).minusDays(1);
            }
            missing.add(new Missing(row, by, open.contains(row.person() + row.qualification())));
        }
        missing.sort(Comparator.comparing(Missing::by, Comparator.nullsFirst(Comparator.naturalOrder())));
        return missing;
    }

    private Set<String> open(List<Fitness.OnPost> lacking) {
        UUID[] people = lacking.stream().map(Fitness.OnPost::person).distinct().toArray(UUID[]::new);
        return new HashSet<>(sql.list(OPEN, row -> row.getObject(1, UUID.class) + row.getString(2), (Object) people));
    }

    private static List<Month> months(List<Fitness.OnPost> rows, LocalDate today) {
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = YearMonth.from(today).plusMonths(i);
            months.add(new Month(
                    month,
                    rows.stream()
                            .filter(row -> row.covered()
                                    && YearMonth.from(row.validTo()).equals(month))
                            .sorted(Comparator.comparing(Fitness.OnPost::validTo))
                            .toList()));
        }
        return months;
    }

    /** Certificates of everybody on post, those that allow work first, by the day on which they end. */
    List<Held> held(UUID enterprise) {
        LocalDate today = clock.today();
        return sql.list(
                HELD,
                row -> new Held(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("qualification"),
                        row.getString("code"),
                        Sql.date(row, "valid_from"),
                        Sql.date(row, "valid_to"),
                        row.getString("state")),
                enterprise,
                today,
                today,
                today,
                clock.now());
    }
}
