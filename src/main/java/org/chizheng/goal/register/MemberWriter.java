package org.chizheng.goal.register;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Rows of the registers: nothing that was known is ever overwritten. */
@ApplicationScoped
class MemberWriter {
    private static final String INSERT = """
            INSERT INTO register_member (id, register, person_id, region, organisation, title, since, until, degree, related, practice_from, certificate,
                certified_until, achieved_on, known_from, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (register, person_id) WHERE until IS NULL AND known_until IS NULL DO NOTHING""";
    private final OfficialClock clock;
    private final Sql sql;

    MemberWriter(OfficialClock clock, Sql sql) {
        this.clock = clock;
        this.sql = sql;
    }

    /** What is known of the member from now on stands in another row. @throws Refused CHANGED_MEANWHILE if somebody else was faster */
    void close(Member member) {
        must(sql.update(
                "UPDATE register_member SET known_until = ? WHERE id = ? AND known_until IS NULL",
                clock.now(),
                member.id()));
    }

    /** @param until first day off, null while there. @throws Refused CHANGED_MEANWHILE if somebody else was faster */
    void write(Register register, UUID person, Facts facts, LocalDate until, String by) {
        must(sql.update(
                INSERT,
                Ids.next(),
                register.name(),
                person,
                facts.region(),
                facts.organisation(),
                facts.title(),
                facts.since(),
                until,
                facts.degree(),
                facts.related(),
                facts.practiceFrom(),
                facts.certificate(),
                facts.certifiedUntil(),
                facts.achievedOn(),
                clock.now(),
                by));
    }

    private static void must(int rows) {
        if (rows == 0) {
            throw new Refused(CommonRefusal.CHANGED_MEANWHILE);
        }
    }
}
