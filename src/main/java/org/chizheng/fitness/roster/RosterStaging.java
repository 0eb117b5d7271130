package org.chizheng.fitness.roster;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.Sql;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.IdDocument;

/**
 * Holds a roster against what is known, all rows at once, in tables of the transaction. What was known of a person at a post within the days of the roster gives way to it: it is
 * known until now, and the roster's stays are known from now on. What is known already is left alone, so that the same roster again changes nothing.
 */
@ApplicationScoped
public class RosterStaging {
    private static final int PIECE = 10_000;
    private static final String TABLE = """
            CREATE TEMP TABLE roster_row (number int PRIMARY KEY, appointment_id uuid NOT NULL, person_id uuid, enterprise_id uuid NOT NULL, post text NOT NULL, site_id uuid,
              post_id uuid, posts int NOT NULL DEFAULT 0, qualification text NOT NULL, department text NOT NULL, worker_kind text NOT NULL, part_time boolean NOT NULL,
              valid_from date NOT NULL, valid_until date) ON COMMIT DROP""";
    private static final String STAGE = """
            INSERT INTO roster_row (number, appointment_id, person_id, enterprise_id, post, site_id, qualification, department, worker_kind, part_time, valid_from, valid_until)
            SELECT * FROM unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]::boolean[], ?::text[]::date[], ?::text[]::date[])""";
    private static final String POSTS = """
            UPDATE roster_row r SET post_id = p.id, posts = p.posts
            FROM (SELECT enterprise_id, title, site_id, (array_agg(id ORDER BY id))[1] AS id, count(*) AS posts FROM post
                  WHERE enterprise_id IN (SELECT enterprise_id FROM roster_row) GROUP BY enterprise_id, title, site_id) p
            WHERE p.enterprise_id = r.enterprise_id AND p.title = r.post AND p.site_id IS NOT DISTINCT FROM r.site_id""";
    /**
     * What is known of these people, read once by the person, who has few; OFFSET 0 keeps the planner from going by the day on which all of them began. What it would believe of the
     * stays of people who just came, or of what is left of one query by another, is far from the truth, and each comparison could read all of them for each row; this table it knows.
     */
    private static final String STAYS = """
            CREATE TEMP TABLE roster_stay ON COMMIT DROP AS
            SELECT a.id, a.person_id, a.post_id, a.worker_kind, a.part_time, a.valid_from, a.valid_until
            FROM (SELECT DISTINCT person_id FROM roster_row) r
            CROSS JOIN LATERAL (SELECT * FROM appointment x WHERE x.person_id = r.person_id OFFSET 0) a WHERE a.known_until IS NULL""";

    private static final String AT_THE_POST = "a.person_id = r.person_id AND a.post_id = r.post_id";
    private static final String SAME_STAY =
            "a.valid_from = r.valid_from AND a.valid_until IS NOT DISTINCT FROM r.valid_until AND a.worker_kind = r.worker_kind AND a.part_time = r.part_time";
    private static final String MEETS =
            "(a.valid_until IS NULL OR a.valid_until > r.valid_from) AND (r.valid_until IS NULL OR r.valid_until > a.valid_from)";
    private static final String KNOWN_SAME =
            "EXISTS (SELECT 1 FROM roster_stay a WHERE " + AT_THE_POST + " AND " + SAME_STAY + ")";
    private static final String REQUIRED =
            "EXISTS (SELECT 1 FROM requirement q WHERE q.post_id = r.post_id AND q.qualification = r.qualification AND q.known_until IS NULL"
                    + " AND (q.valid_until IS NULL OR q.valid_until >= r.valid_until))";
    private static final String OUTCOMES = "SELECT r.number, r.posts, " + KNOWN_SAME + " AND " + REQUIRED + " AS same,"
            + " (SELECT string_agg(a.valid_from || ' – ' || COALESCE(a.valid_until::text, '…') || ' {' || a.worker_kind || '}' || CASE WHEN a.part_time THEN ' {PART_TIME}' ELSE '' END, '; ' ORDER BY a.valid_from)"
            + "  FROM roster_stay a WHERE " + AT_THE_POST + " AND " + MEETS + " AND NOT (" + SAME_STAY
            + ")) AS was FROM roster_row r ORDER BY r.number";
    private static final String NEW_POSTS = """
            INSERT INTO post (id, enterprise_id, title, department, site_id)
            SELECT gen_random_uuid(), enterprise_id, post, min(department), site_id FROM roster_row WHERE post_id IS NULL GROUP BY enterprise_id, post, site_id""";
    private static final String NEW_REQUIREMENTS = """
            INSERT INTO requirement (id, post_id, qualification, valid_from, known_from)
            SELECT gen_random_uuid(), r.post_id, r.qualification,
                   GREATEST(min(r.valid_from), (SELECT max(q.valid_until) FROM requirement q WHERE q.post_id = r.post_id AND q.qualification = r.qualification AND q.known_until IS NULL)), ?
            FROM roster_row r WHERE NOT\s""" + REQUIRED + " GROUP BY r.post_id, r.qualification";
    private static final String GIVE_WAY =
            "UPDATE appointment k SET known_until = ? FROM roster_stay a WHERE k.id = a.id AND k.known_until IS NULL"
                    + " AND EXISTS (SELECT 1 FROM roster_row r WHERE " + AT_THE_POST + " AND " + MEETS + ")"
                    + " AND NOT EXISTS (SELECT 1 FROM roster_row r WHERE " + AT_THE_POST + " AND " + SAME_STAY + ")";
    private static final String NEW_STAYS =
            "INSERT INTO appointment (id, person_id, post_id, worker_kind, part_time, valid_from, valid_until, known_from)"
                    + " SELECT DISTINCT ON (r.person_id, r.post_id, r.valid_from) r.appointment_id, r.person_id, r.post_id, r.worker_kind, r.part_time, r.valid_from, r.valid_until, ?::timestamptz"
                    + " FROM roster_row r WHERE NOT " + KNOWN_SAME
                    + " ORDER BY r.person_id, r.post_id, r.valid_from, r.number"
                    + " ON CONFLICT (person_id, post_id) WHERE valid_until IS NULL AND known_until IS NULL DO NOTHING";
    private final Sql sql;

    public RosterStaging(Sql sql) {
        this.sql = sql;
    }

    /** posts: how many of the enterprise bear the title. was: what a stay takes the place of, null for nothing. */
    record Found(int posts, boolean same, String was) {}

    /** Other lists of the same enterprises, and changes of single people there, wait until this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(List<RosterRow> rows) {
        Set<UUID> enterprises = rows.stream().map(RosterRow::enterprise).collect(Collectors.toSet());
        sql.list("SELECT id FROM enterprise WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE", row -> true, (Object)
                enterprises.toArray(UUID[]::new));
    }

    /** By number of the row. One roster in a transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<Integer, Found> compare(List<RosterRow> rows, Map<IdDocument, Persons.Named> known) {
        sql.update(TABLE);
        for (int from = 0; from < rows.size(); from += PIECE) {
            stage(rows.subList(from, Math.min(rows.size(), from + PIECE)), known);
        }
        sql.update("ANALYZE roster_row");
        sql.update(POSTS);
        readStays();
        Map<Integer, Found> found = new HashMap<>();
        sql.list(
                OUTCOMES,
                row -> found.put(
                        row.getInt("number"),
                        new Found(row.getInt("posts"), row.getBoolean("same"), row.getString("was"))));
        return found;
    }

    private void readStays() {
        sql.update(STAYS);
        sql.update("CREATE INDEX ON roster_stay (person_id, post_id)");
        sql.update("ANALYZE roster_stay");
    }

    private void stage(List<RosterRow> rows, Map<IdDocument, Persons.Named> known) {
        sql.update(
                STAGE,
                column(rows, Integer[]::new, RosterRow::number),
                column(rows, UUID[]::new, row -> Ids.next()),
                column(rows, UUID[]::new, row -> id(known.get(row.document()))),
                column(rows, UUID[]::new, RosterRow::enterprise),
                column(rows, String[]::new, RosterRow::post),
                column(rows, UUID[]::new, RosterRow::site),
                column(rows, String[]::new, RosterRow::qualification),
                column(rows, String[]::new, RosterRow::department),
                column(rows, String[]::new, row -> row.kind().name()),
                column(rows, String[]::new, row -> String.valueOf(row.partTime())),
                column(rows, String[]::new, row -> row.from().toString()),
                column(rows, String[]::new, row -> Objects.toString(row.until(), null)));
    }

    private static UUID id(Persons.Named person) {
        return person == null ? null : person.id();
    }

    private static <T> T[] column(List<RosterRow> rows, IntFunction<T[]> array, Function<RosterRow, T> value) {
        return rows.stream().map(value).toArray(array);
    }

    /** Everybody must be known by now. @param newcomers people who were registered since the rows were compared */
    @Transactional(Transactional.TxType.MANDATORY)
    void take(List<RosterRow> rows, Map<IdDocument, Persons.Named> newcomers, Instant now) {
        List<RosterRow> fresh = rows.stream()
                .filter(row -> newcomers.containsKey(row.document()))
                .toList();
        sql.update(
                "UPDATE roster_row r SET person_id = u.person FROM unnest(?::int[], ?::uuid[]) u (number, person) WHERE u.number = r.number",
                column(fresh, Integer[]::new, RosterRow::number),
                column(fresh, UUID[]::new, row -> id(newcomers.get(row.document()))));
        if (sql.update(NEW_POSTS) > 0) {
            sql.update(POSTS);
        }
        // People and posts were unknown when it was looked at first, and the planner would go on believing that there
        // are none.
        sql.update("CREATE INDEX ON roster_row (person_id, post_id)");
        sql.update("ANALYZE roster_row");
        // Others may have changed something since the rows were compared.
        sql.update("DROP TABLE roster_stay");
        readStays();
        sql.update(NEW_REQUIREMENTS, now);
        sql.update(GIVE_WAY, now);
        sql.update(NEW_STAYS, now);
    }
}
