package org.chizheng.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.goal.rule.SmallCells;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.BreakdownView.Place;
import org.chizheng.statistics.BreakdownView.Row;
import org.chizheng.statistics.DimensionNames.Name;
import org.chizheng.statistics.figures.CountyFigures;
import org.chizheng.statistics.figures.Figures;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.rule.Dimension;

/**
 * The holder rate by item, key post, industry, class or size of enterprise. What is hidden from outsiders is settled over the whole table of the province, so that no page gives
 * away what another one hides; counties are for those who see everything in them.
 */
@ApplicationScoped
public class Breakdowns {
    static final int LEAST = 10;
    private final Figures figures;
    private final CountyFigures counties;
    private final DimensionNames names;
    private final Regions regions;

    Breakdowns(Figures figures, CountyFigures counties, DimensionNames names, Regions regions) {
        this.figures = figures;
        this.counties = counties;
        this.names = names;
        this.regions = regions;
    }

    /** Counts by code, then by region. */
    private static final class Table {
        private final Map<String, Map<String, Counts>> counts = new HashMap<>();

        private void add(String code, String region, Counts more) {
            counts.computeIfAbsent(code, none -> new HashMap<>()).merge(region, more, Counts::plus);
        }

        private Counts at(String code, String region) {
            return counts.getOrDefault(code, Map.of()).getOrDefault(region, Counts.NONE);
        }

        private long[][] sizes(List<String> codes, List<String> columns) {
            return codes.stream()
                    .map(code -> columns.stream()
                            .mapToLong(region -> at(code, region).required())
                            .toArray())
                    .toArray(long[][]::new);
        }
    }

    /**
     * As of a day, from all that is known.
     *
     * @param region the province, a city, or a county in which the reader sees everything
     * @param open whether the reader sees everything in a region
     */
    BreakdownView of(RegionView region, Dimension by, LocalDate asOf, Predicate<String> open) {
        boolean province = "PROVINCE".equals(region.level());
        boolean whole = province || !open.test(region.code());
        List<RegionView> cities =
                whole ? regions.children(province ? region.code() : region.parent()) : List.of(region);
        Table table = new Table();
        counts(region, cities, by, asOf).forEach((cell, counts) -> {
            String code = names.code(by, cell);
            table.add(code, cell.region(), counts);
            if (whole) {
                table.add(code, regions.find(cell.region()).orElseThrow().parent(), counts);
            }
        });
        List<String> columns =
                new ArrayList<>(cities.stream().map(RegionView::code).toList());
        if (whole) {
            columns.add(cities.get(0).parent());
        }
        Map<String, Map<String, ToldRate>> told = told(table, columns, by, open);
        return new BreakdownView(
                asOf,
                Place.of(region),
                by.code(),
                province ? cities.stream().map(Place::of).toList() : List.of(),
                rows(told, names.of(by), region.code(), province ? columns.subList(0, cities.size()) : List.of()));
    }

    private Map<Cell, Counts> counts(RegionView region, List<RegionView> cities, Dimension by, LocalDate asOf) {
        if ("COUNTY".equals(region.level())) {
            return counties.of(region.code(), asOf);
        }
        List<String> codes = cities.stream().map(RegionView::code).toList();
        return by.grouped() ? figures.byIndustryAndSize(codes, asOf, null) : figures.byQualification(codes, asOf, null);
    }

    private static List<Row> rows(
            Map<String, Map<String, ToldRate>> told, Map<String, Name> names, String region, List<String> cities) {
        List<Row> rows = new ArrayList<>();
        names.forEach((code, name) -> {
            Map<String, ToldRate> row = told.get(code);
            if (row != null && (row.get(region).hidden() || row.get(region).denominator() > 0)) {
                rows.add(new Row(
                        code,
                        name.zh(),
                        name.en(),
                        row.get(region),
                        cities.stream().map(row::get).toList()));
            }
        });
        return rows;
    }

    /** Group by group: the sum of each is told elsewhere. @return by code, then by region */
    private Map<String, Map<String, ToldRate>> told(
            Table table, List<String> columns, Dimension by, Predicate<String> open) {
        Map<String, Name> all = names.of(by);
        Map<String, List<String>> groups = new HashMap<>();
        table.counts
                .keySet()
                .forEach(code -> groups.computeIfAbsent(all.get(code).group(), none -> new ArrayList<>())
                        .add(code));
        Map<String, Map<String, ToldRate>> told = new HashMap<>();
        for (List<String> group : groups.values()) {
            boolean[][] hidden = SmallCells.hidden(table.sizes(group, columns), LEAST);
            for (int row = 0; row < hidden.length; row++) {
                Map<String, ToldRate> rates = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    String at = columns.get(i);
                    rates.put(at, ToldRate.of(table.at(group.get(row), at), hidden[row][i] && !open.test(at)));
                }
                told.put(group.get(row), rates);
            }
        }
        return told;
    }
}
