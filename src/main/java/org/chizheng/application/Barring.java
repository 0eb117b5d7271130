package org.chizheng.application;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.application.OccupationBans.Kind;
import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Registering;

/** Enters a ban from a post or an industry by the decision that says so, and lifts one. */
@ApplicationScoped
public class Barring {
    private static final int LONGEST = 100;
    private final OccupationBans bans;
    private final Registering registering;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Barring(OccupationBans bans, Registering registering, OfficialClock clock, Sql sql, Auditing auditing) {
        this.bans = bans;
        this.registering = registering;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** What the decision says; until is left out for life or where the kind has its years. */
    public record Decision(String kind, String industry, String since, String until, String number) {}

    /**
     * @param region of the authority that enters it
     * @throws Refused BAN_INCOMPLETE unless kind, first day and number are there, and the industry where the kind is of one
     */
    @Transactional
    public UUID bar(String name, String idNumber, Decision decision, String region, String by) {
        Kind kind = bans.kinds().stream()
                .filter(known -> known.code().equals(decision.kind()))
                .findFirst()
                .orElseThrow(() -> new Refused(ApplicationRefusal.BAN_INCOMPLETE));
        LocalDate since = day(decision.since());
        LocalDate until = kind.years() == null ? day(decision.until()) : end(since, kind.years());
        boolean industry = bans.industries().stream().anyMatch(i -> i.code().equals(decision.industry()));
        String number = decision.number() == null ? "" : decision.number().strip();
        boolean complete = since != null
                && !number.isEmpty()
                && number.length() <= LONGEST
                && (industry || !kind.oneIndustry())
                && (until == null || !until.isBefore(since));
        if (!complete) {
            throw new Refused(ApplicationRefusal.BAN_INCOMPLETE);
        }
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO occupation_ban (id, person_id, kind, industry, region, since, until, decision, recorded_at, recorded_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                registering.register(name, idNumber).id(),
                kind.code(),
                kind.oneIndustry() ? decision.industry() : null,
                region,
                since,
                until,
                number,
                clock.now(),
                by);
        auditing.note("barred", "occupation ban", id, kind.code());
        return id;
    }

    /** Five years from a day end the day before it comes round. */
    private static LocalDate end(LocalDate since, int years) {
        return since == null ? null : since.plusYears(years).minusDays(1);
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refused(ApplicationRefusal.BAN_INCOMPLETE);
        }
    }

    /** @param regions within whose reach the ban must have been entered; @param why the decision that lifts it */
    @Transactional
    public void lift(UUID id, List<String> regions, String why, String by) {
        String tidy = why == null ? "" : why.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            throw new Refused(ApplicationRefusal.BAN_INCOMPLETE);
        }
        if (sql.update(
                        "UPDATE occupation_ban SET lifted_at = ?, lifted_by = ?, lifted_why = ? WHERE id = ? AND lifted_at IS NULL AND region = ANY (?)",
                        clock.now(),
                        by,
                        tidy,
                        id,
                        regions.toArray(String[]::new))
                == 0) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        auditing.note("lifted", "occupation ban", id, "");
    }
}
