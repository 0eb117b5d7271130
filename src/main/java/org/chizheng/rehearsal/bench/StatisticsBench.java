package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.chizheng.journey.Visitor;
import org.chizheng.rehearsal.Crowd;
import org.chizheng.rehearsal.Options;

import com.fasterxml.jackson.databind.JsonNode;

/** How fast the holder rate of a whole province is read, moved, asked for of past days and made again, and whether it is the one that plain SQL counts. */
final class StatisticsBench {
    private static final String RATE = "/api/statistics/holder-rate?region=";
    private static final String COUNT = """
            SELECT region, count(*), count(covered_until), count(*) FILTER (WHERE in_grace AND covered_until IS NULL)
            FROM fitness_on(?, now()) GROUP BY region""";
    private static final long PATIENCE = 600_000_000_000L;
    /** The small side must have more certificates to suspend than the growth has changes. */
    private static final int FEWEST = 15_000;

    private final boolean quick;
    private final boolean onlyGrowth;
    private final int people;
    private final SplittableRandom random;
    private final Sheet sheet;
    private final LocalDate today = LocalDate.now(ZoneOffset.ofHours(8));

    StatisticsBench(Options options) {
        quick = options.has("quick");
        onlyGrowth = "growth".equals(options.text("only", ""));
        people = options.whole("people", quick ? 6_000 : 1_500_000);
        long seed = options.whole("seed", 1);
        random = new SplittableRandom(seed);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("quick", quick);
        settings.put("seed", seed);
        settings.put("people", people);
        sheet = new Sheet("statistics", settings);
    }

    boolean run() throws IOException, SQLException {
        try (Installation house = new Installation(null, ProductionDatabase.parameters())) {
            StatisticsGrowth growth = new StatisticsGrowth(house, sheet, quick);
            growth.startSecond();
            house.start();
            Province province = new Province(house.database(), "postgres", people);
            lay(house, province);
            if (!onlyGrowth) {
                figures(house);
            }
            growth.run(province, quick ? 3_000 : Math.max(FEWEST, people / 100));
        }
        return sheet.write();
    }

    private void figures(Installation house) throws IOException, SQLException {
        Visitor officer = new Visitor(house.service().base().toString());
        officer.signIn("/sign-in", "/j_security_check", "regulator", Installation.PASSWORD);
        double live = read(officer);
        recount(house, officer, live);
        try (Connection owner = house.database().superuser("postgres")) {
            seen(owner, officer);
        }
    }

    private void lay(Installation house, Province province) throws SQLException {
        long from = System.nanoTime();
        province.lay();
        sheet.say(
                "%,d people laid in (%.0f s): %,d enterprises, %,d appointments, %,d requirements of people on post, %,d certificates"
                        .formatted(
                                people,
                                seconds(from),
                                number(house, "enterprise"),
                                number(house, "appointment"),
                                house.database()
                                        .number(
                                                "postgres",
                                                "SELECT count(*) FROM appointment a JOIN requirement r ON r.post_id = a.post_id WHERE a.valid_until IS NULL AND a.known_until IS NULL"),
                                number(house, "certificate")));
        sheet.lower("rebuild of all figures from the facts", rebuild(house.database(), "postgres"), "s")
                .must(120)
                .aim(30)
                .enter();
        from = System.nanoTime();
        Following.await(house.database(), "postgres");
        sheet.lower("after it, until the work list has looked at every enterprise", seconds(from), "s")
                .enter();
        sheet.say("%,d items are on the work list".formatted(number(house, "work_item")));
    }

    private static long number(Installation house, String table) throws SQLException {
        return house.database().number("postgres", "SELECT count(*) FROM " + table);
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    /** @return seconds from asking for it until it is read */
    static double rebuild(Database database, String name) throws SQLException {
        long from = System.nanoTime();
        database.run(name, "INSERT INTO figure_pending (person_id) VALUES (NULL)");
        awaitSettled(database, name);
        return seconds(from);
    }

    static void awaitSettled(Database database, String name) throws SQLException {
        long end = System.nanoTime() + PATIENCE;
        while (database.number(name, "SELECT count(*) FROM (SELECT 1 FROM figure_pending LIMIT 1) p") > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the figures are never settled");
            }
            Crowd.sleep(20);
        }
    }

    /** @return median of the live figure of all cities, in milliseconds */
    private double read(Visitor officer) throws IOException {
        int times = quick ? 30 : 300;
        double page = percentile(times(officer, times, "/statistics/holder-rate?region=32"), 95);
        sheet.lower("province page with its cities, p95", page, "ms")
                .must(50)
                .aim(10)
                .enter();
        List<Double> live = times(officer, times, RATE + "32");
        sheet.lower("the same as JSON, p95", percentile(live, 95), "ms").enter();
        String large = "/statistics/holder-rate/enterprises/" + Province.LARGE;
        sheet.lower(
                        "drill-down to an enterprise with 2,000 people, p95",
                        percentile(times(officer, times, large), 95),
                        "ms")
                .must(100)
                .aim(30)
                .enter();
        sheet.lower(
                        "enterprises of a county, p95",
                        percentile(times(officer, times / 3, "/statistics/holder-rate/enterprises?region=320106"), 95),
                        "ms")
                .enter();
        for (String by : List.of("qualification", "industry")) {
            String path = "/statistics/holder-rate/breakdown?region=32&by=" + by;
            sheet.lower("all cities by " + by + ", p95", percentile(times(officer, times / 3, path), 95), "ms")
                    .enter();
        }
        sheet.lower(
                        "trend of 30 months, p95",
                        percentile(times(officer, times / 3, "/statistics/holder-rate/trend?region=32"), 95),
                        "ms")
                .enter();
        List<Double> past = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            past.add(time(officer, RATE + "32&asOf=" + today.minusDays(random.nextInt(2100))));
        }
        sheet.lower(
                        "rate as of any past day, all cities, longest of %d".formatted(times),
                        percentile(past, 100) / 1000,
                        "s")
                .must(2)
                .aim(0.3)
                .enter();
        return Sheet.median(live);
    }

    private static List<Double> times(Visitor visitor, int times, String path) throws IOException {
        for (int i = 0; i < times / 2; i++) {
            time(visitor, path);
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            millis.add(time(visitor, path));
        }
        return millis;
    }

    private static double time(Visitor visitor, String path) throws IOException {
        long from = System.nanoTime();
        Visitor.Answer answer = visitor.look(path);
        if (answer.status() != 200) {
            throw new IOException(path + ": " + answer.status());
        }
        return seconds(from) * 1000;
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    /** Everybody is counted again by the definition in plain SQL, on the same day. */
    private void recount(Installation house, Visitor officer, double live) throws IOException, SQLException {
        double longest = 0;
        long difference = 0;
        for (LocalDate day : List.of(today, today.minusDays(400), today.plusDays(90))) {
            Map<String, List<Long>> counted = new LinkedHashMap<>();
            long from = System.nanoTime();
            try (Connection connection = house.database().superuser("postgres");
                    PreparedStatement count = connection.prepareStatement(COUNT)) {
                count.setObject(1, day);
                try (ResultSet rows = count.executeQuery()) {
                    while (rows.next()) {
                        counted.put(rows.getString(1), List.of(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
                    }
                }
            }
            longest = day.equals(today) ? seconds(from) : longest;
            difference += difference(officer, day, counted);
        }
        sheet.lower("full recount by plain SQL", longest, "s").enter();
        sheet.lower("live figure ÷ full recount, time", live / 1000 / longest, "×")
                .must(0.01)
                .enter();
        sheet.lower("difference of both, 3 days, all counties", difference, "")
                .must(0)
                .enter();
        long parts = 0;
        try (Connection connection = house.database().superuser("postgres")) {
            for (LocalDate day : List.of(today, today.minusDays(400))) {
                parts += BreakdownCount.difference(connection, officer, day);
            }
        }
        sheet.lower("the same by item, key post, industry, class and size, 2 days, all cities", parts, "")
                .must(0)
                .enter();
    }

    private long difference(Visitor officer, LocalDate day, Map<String, List<Long>> counted) throws IOException {
        long difference = 0;
        for (JsonNode city : officer.look(RATE + "32&asOf=" + day).json().get("rows")) {
            for (JsonNode county : officer.look(RATE + city.get("code").asText() + "&asOf=" + day)
                    .json()
                    .get("rows")) {
                List<Long> other = counted.getOrDefault(county.get("code").asText(), List.of(0L, 0L, 0L));
                difference += Math.abs(county.get("denominator").asLong() - other.get(0))
                        + Math.abs(county.get("numerator").asLong() - other.get(1))
                        + Math.abs(county.get("grace").asLong() - other.get(2));
            }
        }
        return difference;
    }

    /** A certificate is suspended: how long from its commit until the last level tells it. */
    private void seen(Connection owner, Visitor officer) throws IOException, SQLException {
        Changing changing = new Changing(owner);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < (quick ? 5 : 30); i++) {
            Changing.Victim victim = changing.next();
            List<String> levels = List.of("32", victim.county().substring(0, 4), victim.county());
            List<Long> before = new ArrayList<>();
            for (String level : levels) {
                before.add(covered(officer, level));
            }
            long enterprise = enterprise(officer, victim);
            changing.suspend(victim);
            long from = System.nanoTime();
            while (enterprise(officer, victim) != enterprise - 1) {
                await(from);
            }
            for (int level = 0; level < levels.size(); level++) {
                while (covered(officer, levels.get(level)) != before.get(level) - 1) {
                    await(from);
                }
            }
            millis.add(seconds(from) * 1000);
        }
        sheet.lower(
                        "a change visible in every level's rate, longest of " + millis.size(),
                        percentile(millis, 100) / 1000,
                        "s")
                .must(1)
                .aim(0.2)
                .enter();
    }

    private static void await(long from) {
        if (seconds(from) > 60) {
            throw new IllegalStateException("a change is not seen within a minute");
        }
        Crowd.sleep(1);
    }

    private static long covered(Visitor officer, String region) throws IOException {
        return officer.look(RATE + region).json().get("total").get("numerator").asLong();
    }

    private static long enterprise(Visitor officer, Changing.Victim victim) throws IOException {
        String page = officer.look("/statistics/holder-rate/enterprises/" + victim.enterprise() + "?lang=en")
                .text();
        java.util.regex.Matcher covered =
                java.util.regex.Pattern.compile("Covered (\\d+) ").matcher(page);
        if (!covered.find()) {
            throw new IOException("no rate on the page of an enterprise");
        }
        return Long.parseLong(covered.group(1));
    }
}
