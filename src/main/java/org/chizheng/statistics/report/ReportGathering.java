package org.chizheng.statistics.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.statistics.DimensionNames;
import org.chizheng.statistics.desk.DeskTerms;
import org.chizheng.statistics.desk.Published;
import org.chizheng.statistics.figures.CountyFigures;
import org.chizheng.statistics.figures.Figures;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.report.ReportFacts.Ahead;
import org.chizheng.statistics.report.ReportFacts.Line;
import org.chizheng.statistics.report.ReportFacts.Month;
import org.chizheng.statistics.rule.Dimension;
import org.chizheng.statistics.rule.HolderRate;

/** Gathers what a report says: figures of the frozen day, or for a correction as they are known now. */
@ApplicationScoped
class ReportGathering {
    private static final int MONTHS = 12;
    private static final int LOWEST = 10;
    private static final List<Integer> DAYS_AHEAD = List.of(30, 90, 180);
    private final Published published;
    private final Figures figures;
    private final CountyFigures counties;
    private final DimensionNames names;
    private final ReportSources sources;
    private final DeskTerms terms;
    private final Regions regions;
    private final Qualifications qualifications;
    private final OfficialClock clock;

    ReportGathering(
            Published published,
            Figures figures,
            CountyFigures counties,
            DimensionNames names,
            ReportSources sources,
            DeskTerms terms,
            Regions regions,
            Qualifications qualifications,
            OfficialClock clock) {
        this.published = published;
        this.figures = figures;
        this.counties = counties;
        this.names = names;
        this.sources = sources;
        this.terms = terms;
        this.regions = regions;
        this.qualifications = qualifications;
        this.clock = clock;
    }

    /** before: the version that is corrected, null for the first, which needs the frozen figures of the month's last day. */
    record Asked(UUID id, RegionView region, YearMonth month, Report before, String reason) {
        LocalDate asOf() {
            return month.atEndOfMonth();
        }

        boolean corrects() {
            return before != null;
        }

        String code() {
            return region.code();
        }
    }

    /** The day's figures, and by which knowledge. items: cells of the region with qualification and class; groups: with industry and size; known: null for all that is recorded. */
    private record Basis(Map<String, Counts> totals, Map<Cell, Counts> items, Map<Cell, Counts> groups, Instant known) {
        /** @return by code */
        private Map<String, Counts> by(Dimension by, DimensionNames names) {
            Map<String, Counts> sums = new HashMap<>();
            (by.grouped() ? groups : items)
                    .forEach((cell, counts) -> sums.merge(names.code(by, cell), counts, Counts::plus));
            return sums;
        }
    }

    ReportFacts of(Asked asked) {
        Published.Frozen frozen = published.frozen(asked.asOf()).orElseThrow();
        Instant now = clock.now();
        Basis basis = asked.corrects() ? corrected(asked, now) : published(asked, frozen);
        Counts total = basis.totals().getOrDefault(asked.code(), Counts.NONE);
        long least = terms.on(asked.asOf()).smallCell();
        ReportFacts.Head head = new ReportFacts.Head(
                asked.id(),
                asked.code(),
                asked.region().zh(),
                asked.region().en(),
                asked.month(),
                asked.corrects() ? asked.before().version() + 1 : 1,
                asked.asOf(),
                asked.corrects() ? now : frozen.day().knownAt(),
                now,
                frozen.day().digest(),
                frozen.takenAt(),
                !asked.corrects(),
                asked.corrects() ? asked.before().id() : null,
                asked.corrects() ? asked.before().pdfDigest() : null,
                asked.reason(),
                least);
        return new ReportFacts(
                head,
                Line.of(asked.code(), asked.region().zh(), asked.region().en(), total),
                course(asked, total),
                regions.children(asked.code()).stream()
                        .map(one -> Line.of(
                                one.code(), one.zh(), one.en(), basis.totals().getOrDefault(one.code(), Counts.NONE)))
                        .toList(),
                lines(basis, Dimension.CATEGORY, true),
                lines(basis, Dimension.RISK, true),
                lines(basis, Dimension.INDUSTRY, false),
                lines(basis, Dimension.SIZE, false),
                lowest(basis.by(Dimension.QUALIFICATION, names), least),
                ahead(asked, basis, total),
                sources.goals(asked.region(), asked.asOf()),
                sources.passes(asked.region(), asked.asOf()),
                sources.work(asked.code(), asked.month()),
                sources.policies(asked.asOf()));
    }

    private Basis published(Asked asked, Published.Frozen frozen) {
        Instant known = frozen.day().knownAt();
        Map<String, Counts> totals = frozen.day().regions();
        if (isCounty(asked)) {
            return county(asked, totals, known, known);
        }
        Map<Cell, Counts> groups = frozen.byIndustryAndSize()
                .orElseGet(() -> figures.byIndustryAndSize(cities(asked), asked.asOf(), known));
        return new Basis(totals, within(asked, frozen.byQualification()), within(asked, groups), known);
    }

    private Basis corrected(Asked asked, Instant now) {
        List<String> codes = new ArrayList<>(
                regions.children(asked.code()).stream().map(RegionView::code).toList());
        codes.add(asked.code());
        Map<String, Counts> totals =
                figures.totals(codes, List.of(asked.asOf()), null).get(0);
        if (isCounty(asked)) {
            return county(asked, totals, now, null);
        }
        List<String> cities = cities(asked);
        return new Basis(
                totals,
                figures.byQualification(cities, asked.asOf(), null),
                figures.byIndustryAndSize(cities, asked.asOf(), null),
                null);
    }

    /** No sums are kept of counties by anything. */
    private Basis county(Asked asked, Map<String, Counts> totals, Instant at, Instant known) {
        Map<Cell, Counts> cells = counties.of(asked.code(), asked.asOf(), at);
        return new Basis(totals, cells, cells, known);
    }

    private List<String> cities(Asked asked) {
        return regions.all().stream()
                .filter(one -> "CITY".equals(one.level()) && RegionView.covers(asked.code(), one.code()))
                .map(RegionView::code)
                .toList();
    }

    private static boolean isCounty(Asked asked) {
        return "COUNTY".equals(asked.region().level());
    }

    private static Map<Cell, Counts> within(Asked asked, Map<Cell, Counts> cells) {
        Map<Cell, Counts> kept = new HashMap<>(cells);
        kept.keySet().removeIf(cell -> !RegionView.covers(asked.code(), cell.region()));
        return kept;
    }

    private List<Month> course(Asked asked, Counts total) {
        List<YearMonth> months = IntStream.rangeClosed(1 - MONTHS, 0)
                .mapToObj(asked.month()::plusMonths)
                .toList();
        List<Map<String, Counts>> kept = figures.totals(
                List.of(asked.code()),
                months.stream().map(YearMonth::atEndOfMonth).toList(),
                null);
        List<Month> course = new ArrayList<>();
        for (int i = 0; i < months.size() - 1; i++) {
            YearMonth month = months.get(i);
            Counts counted = kept.get(i).getOrDefault(asked.code(), Counts.NONE);
            course.add(published
                    .frozen(month.atEndOfMonth())
                    .map(frozen -> month(month, frozen.day().of(asked.code()), true))
                    .orElseGet(() -> month(month, counted, false)));
        }
        course.add(month(asked.month(), total, !asked.corrects()));
        return course;
    }

    private static Month month(YearMonth month, Counts counts, boolean frozen) {
        return new Month(month, counts.required(), counts.covered(), frozen);
    }

    /** @param all whether those of whom nothing is required are told too */
    private List<Line> lines(Basis basis, Dimension by, boolean all) {
        Map<String, Counts> sums = basis.by(by, names);
        List<Line> lines = new ArrayList<>();
        names.of(by).forEach((code, name) -> {
            Counts counts = sums.getOrDefault(code, Counts.NONE);
            if (all || counts.required() > 0) {
                lines.add(Line.of(code, name.zh(), name.en(), counts));
            }
        });
        return lines;
    }

    private List<Line> lowest(Map<String, Counts> byQualification, long least) {
        return byQualification.entrySet().stream()
                .filter(one -> one.getValue().required() >= Math.max(1, least))
                .map(one -> {
                    QualificationView of = qualifications.get(one.getKey());
                    return Line.of(of.code(), of.zh(), of.en(), one.getValue());
                })
                .sorted(Comparator.comparing((Line line) -> new HolderRate(line.covered(), line.required())
                                .percent()
                                .orElseThrow())
                        .thenComparing(Comparator.comparingLong(Line::required).reversed())
                        .thenComparing(Line::code))
                .limit(LOWEST)
                .toList();
    }

    private List<Ahead> ahead(Asked asked, Basis basis, Counts total) {
        List<LocalDate> days = DAYS_AHEAD.stream().map(asked.asOf()::plusDays).toList();
        List<Map<String, Counts>> then = figures.totals(List.of(asked.code()), days, basis.known());
        return IntStream.range(0, days.size())
                .mapToObj(i -> {
                    Counts counts = then.get(i).getOrDefault(asked.code(), Counts.NONE);
                    return new Ahead(
                            DAYS_AHEAD.get(i),
                            days.get(i),
                            counts.required(),
                            counts.covered(),
                            total.covered() - counts.covered());
                })
                .toList();
    }
}
