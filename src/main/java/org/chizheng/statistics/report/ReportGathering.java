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
import org.chizheng.statistics.desk.DeskTerms;
import org.chizheng.statistics.desk.Published;
import org.chizheng.statistics.figures.Figures;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.report.ReportFacts.Ahead;
import org.chizheng.statistics.report.ReportFacts.Line;
import org.chizheng.statistics.report.ReportFacts.Month;
import org.chizheng.statistics.rule.HolderRate;

/** Gathers what a report says: figures of the frozen day, or for a correction as they are known now. */
@ApplicationScoped
class ReportGathering {
    private static final int MONTHS = 12;
    private static final int LOWEST = 10;
    private static final List<Integer> DAYS_AHEAD = List.of(30, 90, 180);
    private final Published published;
    private final Figures figures;
    private final ReportSources sources;
    private final DeskTerms terms;
    private final Regions regions;
    private final Qualifications qualifications;
    private final OfficialClock clock;

    ReportGathering(
            Published published,
            Figures figures,
            ReportSources sources,
            DeskTerms terms,
            Regions regions,
            Qualifications qualifications,
            OfficialClock clock) {
        this.published = published;
        this.figures = figures;
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

    /** The day's figures, and by which knowledge. known: null for all that is recorded. */
    private record Basis(Map<String, Counts> totals, Map<String, Counts> qualifications, Instant known) {}

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
                categories(basis.qualifications()),
                lowest(basis.qualifications(), least),
                ahead(asked, basis, total),
                sources.goals(asked.region(), asked.asOf()),
                sources.passes(asked.region(), asked.asOf()),
                sources.work(asked.code(), asked.month()),
                sources.policies(asked.asOf()));
    }

    private Basis published(Asked asked, Published.Frozen frozen) {
        Instant known = frozen.day().knownAt();
        return new Basis(
                frozen.day().regions(),
                isCounty(asked)
                        ? sources.ofCounty(asked.code(), asked.asOf(), known)
                        : byCode(frozen.byQualification(), asked.code()),
                known);
    }

    private Basis corrected(Asked asked, Instant now) {
        List<String> codes = new ArrayList<>(
                regions.children(asked.code()).stream().map(RegionView::code).toList());
        codes.add(asked.code());
        List<String> cities = regions.all().stream()
                .filter(one -> "CITY".equals(one.level()) && RegionView.covers(asked.code(), one.code()))
                .map(RegionView::code)
                .toList();
        return new Basis(
                figures.totals(codes, List.of(asked.asOf()), null).get(0),
                isCounty(asked)
                        ? sources.ofCounty(asked.code(), asked.asOf(), now)
                        : byCode(figures.byQualification(cities, asked.asOf(), null), asked.code()),
                null);
    }

    private static boolean isCounty(Asked asked) {
        return "COUNTY".equals(asked.region().level());
    }

    private static Map<String, Counts> byCode(Map<Cell, Counts> cells, String region) {
        Map<String, Counts> sums = new HashMap<>();
        cells.forEach((cell, counts) -> {
            if (RegionView.covers(region, cell.region())) {
                sums.merge(cell.qualification(), counts, Counts::plus);
            }
        });
        return sums;
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

    private List<Line> categories(Map<String, Counts> byQualification) {
        Map<String, Counts> sums = new HashMap<>();
        byQualification.forEach(
                (code, counts) -> sums.merge(qualifications.get(code).postCategory(), counts, Counts::plus));
        return qualifications.all().stream()
                .filter(distinct())
                .map(one -> Line.of(
                        one.postCategory(),
                        one.postZh(),
                        one.postEn(),
                        sums.getOrDefault(one.postCategory(), Counts.NONE)))
                .toList();
    }

    private static java.util.function.Predicate<QualificationView> distinct() {
        java.util.Set<String> seen = new java.util.HashSet<>();
        return one -> seen.add(one.postCategory());
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
