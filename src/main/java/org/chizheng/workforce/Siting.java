package org.chizheng.workforce;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Enters a place of production beside the main one. Its posts are counted in its county. */
@ApplicationScoped
public class Siting {
    private static final int LONGEST = 100;
    private static final String INSERT = """
            INSERT INTO site (id, enterprise_id, name, region, zone, known_from) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (enterprise_id, name) DO NOTHING""";
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Siting(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * @param region an existing county; zone: an existing functional zone, or null
     * @throws Refused SITE_INVALID if the name is empty, longer than 100 characters, or another place's of the enterprise
     */
    @Transactional
    public UUID site(UUID enterprise, String name, String region, String zone) {
        String tidy = name == null ? "" : name.strip();
        UUID id = Ids.next();
        if (tidy.isEmpty()
                || tidy.length() > LONGEST
                || sql.update(INSERT, id, enterprise, tidy, region, zone, clock.now()) == 0) {
            throw new Refused(WorkforceRefusal.SITE_INVALID);
        }
        auditing.note("entered", "site", id, region);
        return id;
    }
}
