package org.chizheng.statistics.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.statistics.forecast.ForecastCounts.Count;
import org.chizheng.statistics.forecast.ForecastCounts.Pass;
import org.chizheng.statistics.forecast.ForecastCounts.Stood;
import org.chizheng.statistics.forecast.ForecastView.Counted;
import org.chizheng.statistics.forecast.ForecastView.Rate;
import org.chizheng.statistics.forecast.ForecastView.Step;
import org.chizheng.statistics.forecast.Plans.Line;
import org.chizheng.statistics.forecast.rule.PassRate;

/** Pass rates, and how far the requirements have come from required to held, as they were counted last. */
@ApplicationScoped
class Progress {
    /** Steps of those that are not held, in order: whoever has come to one has passed those before it. */
    private static final List<String> STEPS = List.of("APPLIED", "SAT", "THEORY", "PASSED");

    private final ForecastCounts counts;
    private final ForecastTerms terms;
    private final Qualifications qualifications;

    Progress(ForecastCounts counts, ForecastTerms terms, Qualifications qualifications) {
        this.counts = counts;
        this.terms = terms;
        this.qualifications = qualifications;
    }

    /** The newest count, empty before the first, and its pass rates. */
    record Known(Optional<Count> count, Plans.Rates rates) {}

    Known known(LocalDate today) {
        int least = terms.on(today).number(ForecastTerm.LEAST_RESULTS);
        Optional<Count> count = counts.newest();
        List<Pass> passes = count.map(Count::passes).orElse(List.of());
        return new Known(count, new Plans.Rates(rates(passes, "THEORY", least), rates(passes, "PRACTICAL", least)));
    }

    private static Map<String, PassRate> rates(List<Pass> passes, String part, int least) {
        Map<String, PassRate> rates = new HashMap<>();
        passes.stream()
                .filter(pass -> pass.part().equals(part))
                .forEach(pass -> rates.put(pass.qualification(), new PassRate(pass.results(), pass.passed(), least)));
        return rates;
    }

    /** @return null before the first count */
    Counted counted(Asked asked, Known known, List<Line> lines) {
        return known.count()
                .map(count -> new Counted(
                        count.countedAt(),
                        count.resultsFrom(),
                        count.resultsUntil().minusDays(1),
                        steps(counts.steps(asked.cityCodes()).stream()
                                .filter(stood -> asked.holds(stood.place()))
                                .toList()),
                        rates(known.rates(), lines)))
                .orElse(null);
    }

    private static List<Step> steps(List<Stood> stood) {
        long required = sum(stood, one -> true);
        List<Step> steps = new ArrayList<>();
        steps.add(step("REQUIRED", required, required));
        steps.add(step("NOT_HELD", sum(stood, one -> !one.step().equals("HELD")), required));
        steps.add(step("GRACE", sum(stood, Stood::grace), required));
        for (int i = 0; i < STEPS.size(); i++) {
            Set<String> further = Set.copyOf(STEPS.subList(i, STEPS.size()));
            steps.add(step(STEPS.get(i), sum(stood, one -> further.contains(one.step())), required));
        }
        steps.add(step("HELD", sum(stood, one -> one.step().equals("HELD")), required));
        return steps;
    }

    private static long sum(List<Stood> stood, Predicate<Stood> which) {
        return stood.stream().filter(which).mapToLong(Stood::requirements).sum();
    }

    private static Step step(String name, long requirements, long required) {
        return new Step(
                name,
                requirements,
                Optional.ofNullable(ForecastView.percentOf(requirements, required))
                        .orElse("0"));
    }

    /** Of the qualifications that somebody is to be certified in. */
    private List<Rate> rates(Plans.Rates rates, List<Line> lines) {
        Set<String> asked = lines.stream()
                .filter(line -> line.total().certified().all() > 0)
                .map(line -> line.place().qualification())
                .collect(Collectors.toSet());
        Set<String> practical = lines.stream()
                .filter(line -> line.total().practical().need() > 0)
                .map(line -> line.place().qualification())
                .collect(Collectors.toSet());
        return qualifications.all().stream()
                .filter(qualification -> asked.contains(qualification.code()))
                .map(qualification -> rate(rates, qualification, practical.contains(qualification.code())))
                .toList();
    }

    private static Rate rate(Plans.Rates rates, QualificationView qualification, boolean practical) {
        Optional<PassRate> theory = Optional.ofNullable(rates.theory().get(qualification.code()));
        Optional<PassRate> station = Optional.ofNullable(rates.practical().get(qualification.code()));
        return new Rate(
                qualification.code(),
                qualification.zh(),
                qualification.en(),
                theory.map(PassRate::results).orElse(0L),
                percent(theory),
                practical ? station.map(PassRate::results).orElse(0L) : null,
                percent(station));
    }

    private static String percent(Optional<PassRate> rate) {
        return rate.flatMap(PassRate::percent).map(BigDecimal::toPlainString).orElse(null);
    }
}
