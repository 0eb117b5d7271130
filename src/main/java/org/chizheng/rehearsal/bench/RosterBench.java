package org.chizheng.rehearsal.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import org.chizheng.journey.Newcomer;
import org.chizheng.journey.Visitor;
import org.chizheng.rehearsal.Options;

/**
 * How long a large roster takes, from sending the file until all is written: an authority's list of people who are all new, of 1,000 enterprises; then the same list again,
 * which must change nothing, the list with each hundredth row corrected, in the other encoding, and with all of them corrected. The service is a process of its own, asked by its doors only.
 */
final class RosterBench {
    private static final int MUST_SECONDS = 60;
    private static final int CHECK_SECONDS = 10;
    private static final int CHECKED = 10_000;

    /** Beyond what a list may take, so that a list that takes too long is told with its figure. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int EACH = 100;
    private static final int CORRECTED = 100;
    private static final String HEAD = "统一社会信用代码,姓名,证件号码,岗位,应持证书,任职日期,离岗日期,用工形式";
    private static final String ENTERPRISES = """
            INSERT INTO enterprise (id, credit_code, name, region, high_risk, created_at)
            SELECT gen_random_uuid(), 'BENCH' || to_char(n, 'FM0000000000000'), '演示企业' || n, '320104', true, now() - interval '1 day' FROM generate_series(0, %d) n""";
    private static final String FACTS = "SELECT count(*), count(*) FILTER (WHERE known_until IS NULL) FROM appointment";
    private final Sheet sheet;
    private final int rows;

    RosterBench(Options options) {
        boolean quick = options.has("quick");
        rows = options.whole("candidates", quick ? 2_000 : 100_000);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("quick", quick);
        settings.put("rows", rows);
        sheet = new Sheet("intake", settings);
    }

    boolean run() throws IOException, SQLException {
        try (Installation house = new Installation()) {
            house.start();
            house.database().run("postgres", ENTERPRISES.formatted(rows / EACH));
            Visitor authority = new Visitor(house.service().base().toString(), PATIENCE);
            authority.signIn("/sign-in", "/j_security_check", "admin", Installation.PASSWORD);
            String first = list(0, "");
            double seconds =
                    take(authority, first.getBytes(UTF_8), "roster of %,d rows, all new".formatted(rows), true);
            sheet.higher("rows a second, all new", rows / seconds, "rows/s")
                    .must(rows / (double) MUST_SECONDS)
                    .enter();
            long[] facts = facts(house);
            sheet.holds(facts[1] >= rows, "%,d appointments are known instead of %,d".formatted(facts[1], rows));
            take(authority, first.getBytes(UTF_8), "the same roster again", false);
            sheet.holds(facts(house)[0] == facts[0], "the same roster again wrote something");
            byte[] corrected = list(CORRECTED, "2025-03-01").getBytes(Charset.forName("GB18030"));
            take(authority, corrected, "the same with 1 % corrected, in GB18030", true);
            sheet.holds(
                    facts(house)[0] == facts[0] + (rows + CORRECTED - 1) / CORRECTED,
                    "corrections wrote another number of rows than there are");
            byte[] other = list(1, "2025-04-01").getBytes(UTF_8);
            take(authority, other, "the same with each row corrected", true);
            sheet.holds(
                    facts(house)[1] == facts[1], "corrections of all rows left another number of appointments known");
            check(authority);
        }
        return sheet.write();
    }

    /** Whether those people may stand at their posts, all at once by a list. */
    private void check(Visitor authority) throws IOException {
        int most = Math.min(rows, CHECKED);
        StringBuilder list = new StringBuilder("姓名,证件号码,资格项目\n");
        for (int i = 0; i < most; i++) {
            list.append("演示%d,%s,低压电工作业\n".formatted(i, idNumber(i)));
        }
        Visitor.Answer form = authority.get("/fitness/check");
        long from = System.nanoTime();
        Visitor.Answer answer = authority.upload(
                form, "/fitness/check", "file", "check.csv", list.toString().getBytes(UTF_8));
        String what = "%,d people checked by a list".formatted(most);
        sheet.lower(what, (System.nanoTime() - from) / 1e9, "s")
                .must(CHECK_SECONDS)
                .enter();
        sheet.holds(answer.location().contains("/fitness/check/"), what + ": refused");
    }

    private static String idNumber(int person) {
        String first17 = "320104%s%03d"
                .formatted(
                        LocalDate.of(1970, 1, 1).plusDays(person / 1000 * 37L).format(DateTimeFormatter.BASIC_ISO_DATE),
                        person % 1000);
        return first17 + Newcomer.check(first17);
    }

    private long[] facts(Installation house) throws SQLException {
        try (var connection = house.database().superuser("postgres");
                var statement = connection.createStatement();
                var found = statement.executeQuery(FACTS)) {
            found.next();
            return new long[] {found.getLong(1), found.getLong(2)};
        }
    }

    /** @param anything whether the list brings anything, so that there is something to confirm */
    private double take(Visitor authority, byte[] file, String what, boolean anything) throws IOException {
        Visitor.Answer form = authority.get("/roster");
        long from = System.nanoTime();
        Visitor.Answer looked = authority.upload(form, "/roster", "file", "roster.csv", file);
        double dry = (System.nanoTime() - from) / 1e9;
        boolean offered = looked.text().contains("/confirm");
        sheet.holds(offered == anything, what + ": " + (offered ? "something was offered" : "nothing was offered"));
        if (offered) {
            authority.submit(looked, looked.location() + "/confirm", Map.of());
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        sheet.lower(what, seconds, "s").must(MUST_SECONDS).enter();
        sheet.lower(what + ", of that the dry run", dry, "s").enter();
        return seconds;
    }

    /** @param corrected each so many-th row gets another day, 0 for none */
    private String list(int corrected, String day) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (int i = 0; i < rows; i++) {
            boolean other = corrected > 0 && i % corrected == 0;
            text.append("BENCH%013d,演示%d,%s,%s,低压电工作业,%s,,%s"
                            .formatted(
                                    i / EACH,
                                    i,
                                    idNumber(i),
                                    i % 2 == 0 ? "车间电工" : "维修电工",
                                    other ? day : "2025-02-01",
                                    i % 10 == 0 ? "派遣人员" : "职工"))
                    .append('\n');
        }
        return text.toString();
    }
}
