package org.chizheng.rehearsal.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A made-up province: people at posts of enterprises in all counties, with certificates over six years, some who left and came elsewhere, some late corrections, some certificates
 * suspended or revoked. Some enterprises have not told their industry or size. Fifteen people to an enterprise, but one enterprise has 2,000; four requirements of people on post to three people, five certificates. Laid in by SQL
 * without asking references one by one; whatever is sealed is filler.
 */
final class Province {
    /** The enterprise with 2,000 people, or all there are. */
    static final String LARGE = "e0000000-0000-7000-8000-000000000000";

    static final int LARGE_PEOPLE = 2000;
    private static final String ID = "('%s0000000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";
    /** An even spread of a number over 0 … 1. */
    private static final String SPREAD = "((%s)::bigint * 2654435761 %% 4294967296)::float8 / 4294967296";

    private static final String KINDS = "(SELECT count(*) FROM bench_kind)";
    private final Database database;
    private final String name;
    private final int people;

    Province(Database database, String name, int people) {
        this.database = database;
        this.name = name;
        this.people = people;
    }

    String name() {
        return name;
    }

    int people() {
        return people;
    }

    void lay() throws SQLException {
        int enterprises = Math.max(2, people / 15);
        int posts = Math.max(60, people / 3);
        try (Connection connection = database.superuser(name);
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET work_mem = '256MB'");
            statement.execute("SELECT setseed(0.5)");
            for (String sql : List.of(
                    COUNTIES,
                    enterprises(enterprises),
                    ENTERPRISE_FACTS,
                    posts(enterprises, posts),
                    requirements("true", 0),
                    requirements("p.n % 3 = 0", 1),
                    peopleRows(),
                    appointments(posts, "true", 0),
                    appointments(posts, "g.i % 8 = 0", 1),
                    CORRECTIONS,
                    CERTIFICATES,
                    EARLIER_CERTIFICATES,
                    EVENTS)) {
                statement.execute(sql);
            }
        }
        for (String table : List.of(
                "enterprise",
                "enterprise_fact",
                "post",
                "requirement",
                "person",
                "appointment",
                "certificate",
                "certificate_event")) {
            database.run(name, "VACUUM (ANALYZE) " + table);
        }
        database.run(name, "CHECKPOINT");
    }

    private static final String COUNTIES = """
            CREATE TEMP TABLE bench_county AS
            SELECT row_number() OVER (ORDER BY code) - 1 n, code, (SELECT min(z.code) FROM region z WHERE z.parent = r.parent AND z.level = 'ZONE') zone
            FROM region r WHERE level = 'COUNTY';
            CREATE TEMP TABLE bench_kind AS SELECT row_number() OVER (ORDER BY md5(code)) - 1 n, code, post_category FROM qualification;
            CREATE TEMP TABLE bench_industry AS SELECT row_number() OVER (ORDER BY code) - 1 n, code FROM industry_type;
            CREATE TEMP TABLE bench_post (n int, id uuid, PRIMARY KEY (n))""";

    private static String id(String letter, String number) {
        return ID.formatted(letter, number);
    }

    private static String spread(String number) {
        return SPREAD.formatted(number);
    }

    private static String enterprises(int count) {
        return "INSERT INTO enterprise (id, credit_code, name, region, zone, high_risk, industry, size, created_at) SELECT "
                + id("e", "g.i")
                + ", 'BENCH' || g.i, '演示企业' || g.i, c.code, CASE WHEN g.i % 20 = 0 THEN c.zone END, g.i % 5 = 0, "
                + "(SELECT i.code FROM bench_industry i WHERE i.n = g.i % 23), (ARRAY['LARGE', 'MEDIUM', 'SMALL', 'SMALL', 'MICRO', 'MICRO'])[1 + g.i % 7], now() FROM generate_series(0, "
                + (count - 1)
                + ") g (i) JOIN bench_county c ON c.n = (" + spread("g.i + 7") + " * 95)::int % 95";
    }

    /** Known since before anybody was appointed; no trigger writes them here. */
    private static final String ENTERPRISE_FACTS = """
            INSERT INTO enterprise_fact (id, enterprise_id, region, zone, industry, high_risk, size, staff, safety_body, valid_from, known_from)
            SELECT gen_random_uuid(), id, region, zone, industry, high_risk, size, staff, safety_body, '1950-01-01', '2010-01-01'
            FROM enterprise WHERE credit_code LIKE 'BENCH%'""";

    private static String posts(int enterprises, int count) {
        return "INSERT INTO bench_post SELECT n, " + id("b", "n") + " FROM generate_series(0, " + (count - 1) + ") n;"
                + " INSERT INTO post (id, enterprise_id, title) SELECT id, "
                + id("e", "CASE WHEN n < 20 THEN 0 ELSE 1 + (n - 20) % " + (enterprises - 1) + " END")
                + ", '演示岗位' || n % 9 FROM bench_post";
    }

    /** Few qualifications are frequent, many are rare. */
    private static String requirements(String which, int more) {
        return "INSERT INTO requirement (id, post_id, qualification, valid_from, known_from)"
                + " SELECT gen_random_uuid(), p.id, k.code, '2018-01-01', '2018-01-01' FROM bench_post p JOIN bench_kind k ON k.n = (floor(power("
                + spread("p.n") + ", 2) * " + KINDS + ")::int + " + more + ") % " + KINDS + " WHERE " + which;
    }

    private String peopleRows() {
        return "INSERT INTO person (id, id_type, id_number_index, id_number_sealed, name, sex, birth_date, created_at) SELECT "
                + id("a", "n")
                + ", 'BENCH', decode(lpad(to_hex(n), 8, '0'), 'hex'), '\\x5a', '演示人员' || n % 5000, 'MALE', '1985-01-01', now() FROM generate_series(0, "
                + (people - 1) + ") n";
    }

    /** Where they stand today, and of one in eight where they stood before. */
    private String appointments(int posts, String which, int before) {
        String from = "current_date - 30 - (" + spread("g.i * 3 + 1") + " * 2100)::int";
        return "INSERT INTO appointment (id, person_id, post_id, worker_kind, valid_from, valid_until, known_from) SELECT gen_random_uuid(), "
                + id("a", "g.i")
                + ", p.id, 'EMPLOYEE', " + (before == 0 ? from : from + " - 700") + ", "
                + (before == 0 ? "CASE WHEN g.i % 25 = 7 THEN current_date - 10 END" : from) + ", ("
                + (before == 0 ? from : from + " - 700")
                + ")::timestamptz + interval '9 hours' FROM generate_series(0, " + (people - 1)
                + ") g (i) JOIN bench_post p ON p.n = CASE WHEN g.i < "
                + LARGE_PEOPLE + " AND " + before + " = 0 THEN g.i % 20 ELSE 20 + (" + spread("g.i * 5 + 3 + " + before)
                + " * "
                + (posts - 20) + ")::int % " + (posts - 20) + " END WHERE " + which;
    }

    /** One in fifty was entered with another day first. */
    private static final String CORRECTIONS = """
            INSERT INTO appointment (id, person_id, post_id, worker_kind, valid_from, valid_until, known_from, known_until)
            SELECT gen_random_uuid(), person_id, post_id, worker_kind, valid_from - 20, valid_from + 5, known_from - interval '1 hour', known_from
            FROM appointment WHERE person_id::text LIKE '%00' OR person_id::text LIKE '%50'""";

    private static final String CERTIFICATE = """
            INSERT INTO certificate (id, person_id, qualification, policy, code, number_sealed, file_number, holder_name, holder_id_masked, issuer_zh, issuer_en,
              first_issued_on, valid_from, valid_to, issued_at, origin, follows_id, region, review_due)
            SELECT id, person_id, qualification, policy, 'B' || id, '\\x5a', 'B' || id, '演示人员', '', '', '', day, day, until, day::timestamptz + interval '8 hours', 'RENEWAL', id, '320104',
              CASE WHEN policy = 'order-30-operator' AND day > current_date - 900 THEN day + 1095 END
            FROM (SELECT gen_random_uuid() id, %s) c""";
    private static final String DATED = """
            person_id, qualification, CASE q.post_category WHEN 'PRINCIPAL' THEN 'order-44-principal' WHEN 'MANAGER' THEN 'order-44-manager'
              ELSE CASE WHEN day < DATE '2026-06-01' THEN 'order-30-operator' ELSE 'order-19-operator' END END policy, day,
            (day + make_interval(years => CASE q.post_category WHEN 'OPERATOR' THEN 6 ELSE 3 END))::date - 1 AS until
            FROM (SELECT a.person_id, r.qualification, %s AS day FROM appointment a JOIN requirement r ON r.post_id = a.post_id
                  WHERE a.known_until IS NULL AND a.valid_until IS DISTINCT FROM a.valid_from AND %s) h
            JOIN qualification q ON q.code = h.qualification""";
    private static final String CERTIFICATES = CERTIFICATE.formatted(DATED.formatted(
            "least(current_date - 1, greatest(a.valid_from - 40 + (random() * 90)::int, current_date - 2100))",
            "random() < 0.86"));
    private static final String EARLIER_CERTIFICATES =
            CERTIFICATE.formatted(DATED.formatted("a.valid_from - 1500 + (random() * 400)::int", "random() < 0.25"));
    private static final String EVENTS = """
            INSERT INTO certificate_event (id, certificate_id, kind, effective_on, reason, actor, recorded_at)
            SELECT gen_random_uuid(), id, k.kind, least(valid_from + k.after, current_date - 1), 'bench', 'bench', least(valid_from + k.after, current_date - 1)::timestamptz
            FROM (SELECT id, valid_from, random() chance FROM certificate) c
            JOIN (VALUES ('SUSPENDED', 100, 0.0, 0.03), ('REINSTATED', 160, 0.0, 0.025), ('REVOKED', 300, 0.03, 0.04)) k (kind, after, low, high)
              ON c.chance >= k.low AND c.chance < k.high""";
}
