package org.chizheng.integrity;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.integrity.rule.Funnel;
import org.chizheng.scoring.Releases;
import org.chizheng.scoring.SessionTallies;
import org.chizheng.scoring.SessionTally;
import org.chizheng.scoring.rule.ExamSums;
import org.chizheng.scoring.rule.Period;

/** Pass rates of centres against their size, from the sums of their sessions. */
@ApplicationScoped
class Funnels {
    /** Fewer candidates say nothing, and might be told apart. */
    private static final int LEAST = 10;

    private final SessionTallies tallies;

    Funnels(SessionTallies tallies) {
        this.tallies = tallies;
    }

    private record Place(UUID id, String zh, String en) {}

    /** @param qualification its code, empty for all */
    FunnelView of(Period period, String qualification, Releases.Reach reach) {
        List<SessionTally> all = tallies.between(period, reach).stream()
                .filter(one -> qualification.isEmpty() || qualification.equals(one.qualification()))
                .toList();
        return of(period, qualification, all, tallies.told(all, LEAST));
    }

    private static FunnelView of(
            Period period, String qualification, List<SessionTally> sessions, List<SessionTally> told) {
        Map<Place, ExamSums> sums = new LinkedHashMap<>();
        ExamSums all = ExamSums.NONE;
        for (SessionTally one : told) {
            sums.merge(new Place(one.centreId(), one.centreZh(), one.centreEn()), one.sums(), ExamSums::plus);
            all = all.plus(one.sums());
        }
        double rate = all.scored() == 0 ? 0 : (double) all.passed() / all.scored();
        List<CentrePlace> centres = sums.entrySet().stream()
                .filter(entry -> entry.getValue().scored() >= LEAST)
                .map(entry -> place(entry.getKey(), entry.getValue(), rate))
                .sorted(Comparator.comparing((CentrePlace one) -> !one.far())
                        .thenComparing(one -> !one.outside())
                        .thenComparing(one -> -one.sums().scored()))
                .toList();
        Instant asOf = sessions.stream()
                .map(SessionTally::countedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new FunnelView(
                period,
                qualification,
                all.passRate().map(Object::toString).orElse(null),
                all.scored(),
                centres,
                (int) sessions.stream().map(SessionTally::centreId).distinct().count() - centres.size(),
                LEAST,
                centres.isEmpty() ? null : FunnelPlot.of(centres, rate),
                asOf);
    }

    private static CentrePlace place(Place centre, ExamSums sums, double rate) {
        return new CentrePlace(
                centre.id(),
                centre.zh(),
                centre.en(),
                sums,
                sums.passRate().orElseThrow().toString(),
                percent(Funnel.limit(sums.scored(), rate, (1 - Funnel.USUAL) / 2)),
                percent(Funnel.limit(sums.scored(), rate, (1 + Funnel.USUAL) / 2)),
                Funnel.place(sums.passed(), sums.scored(), rate));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
