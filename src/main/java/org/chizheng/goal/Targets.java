package org.chizheng.goal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.goal.rule.LargestRemainder;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;

/** What is aimed at: by reading, kind, year and city. A few dozen rows, read whole. */
@ApplicationScoped
public class Targets {
    static final String PROVINCE = "32";
    static final List<String> SPLITS = List.of("COUNTIES", "EQUAL", "ENTERED");
    private static final int HISTORY = 100;
    private final Sql sql;
    private final Regions regions;

    public Targets(Sql sql, Regions regions) {
        this.sql = sql;
        this.regions = regions;
    }

    public List<Reading> readings() {
        return sql.list(
                "SELECT * FROM goal_reading ORDER BY ordinal",
                row -> new Reading(
                        row.getString("code"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("mark"),
                        row.getString("source")));
    }

    public Optional<Reading> reading(String code) {
        return readings().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** As they stand now; the province's before those of cities. */
    public List<TargetView> of(String reading) {
        return sql.list(
                "SELECT * FROM goal_target WHERE reading = ? AND known_until IS NULL ORDER BY year, kind, region",
                Targets::view,
                reading);
    }

    /** The newest changes first, a hundred at most. */
    List<TargetView> history(String reading) {
        return sql.list(
                "SELECT * FROM goal_target WHERE reading = ? ORDER BY known_from DESC, year, kind, region LIMIT "
                        + HISTORY,
                Targets::view,
                reading);
    }

    private static TargetView view(ResultSet row) throws SQLException {
        return new TargetView(
                GoalKind.valueOf(row.getString("kind")),
                row.getInt("year"),
                row.getString("region"),
                row.getLong("persons"),
                row.getString("split"),
                row.getString("mark"),
                row.getString("source"),
                Sql.instant(row, "known_from"),
                Sql.instant(row, "known_until"),
                row.getString("set_by"));
    }

    /** Weights as they were entered, by city; empty where nobody has. */
    Map<String, Long> entered() {
        Map<String, Long> weights = new TreeMap<>();
        sql.list(
                "SELECT region, weight FROM goal_weight WHERE known_until IS NULL",
                row -> weights.put(row.getString(1), row.getLong(2)));
        return weights;
    }

    /** What a city weighs under a rule. @param split COUNTIES, EQUAL or ENTERED */
    Map<String, Long> weights(String split) {
        return switch (split) {
            case "ENTERED" -> entered();
            case "COUNTIES" ->
                cities().stream().collect(Collectors.toMap(city -> city, city ->
                        (long) regions.counties(city).size()));
            default -> cities().stream().collect(Collectors.toMap(city -> city, city -> 1L));
        };
    }

    List<String> cities() {
        return regions.children(PROVINCE).stream().map(RegionView::code).toList();
    }

    /** The shares of all cities in a year's target; they add up to it. @param targets as they stand; without one for the province there are none */
    Map<String, Long> shares(List<TargetView> targets, GoalKind kind, int year) {
        Map<String, Long> own = new TreeMap<>();
        TargetView whole = null;
        for (TargetView one : targets) {
            if (one.kind() == kind && one.year() == year && one.isWhole()) {
                whole = one;
            } else if (one.kind() == kind && one.year() == year) {
                own.put(one.region(), one.persons());
            }
        }
        return whole == null ? Map.of() : LargestRemainder.split(whole.persons(), weights(whole.split()), own);
    }
}
