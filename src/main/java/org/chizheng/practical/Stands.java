package org.chizheng.practical;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;

/** Tells an assessor where a candidate stands, and never what another one has marked before all have signed. */
@ApplicationScoped
public class Stands {
    private final Sheets sheets;
    private final PracticalResults results;
    private final OfficialClock clock;

    public Stands(Sheets sheets, PracticalResults results, OfficialClock clock) {
        this.sheets = sheets;
        this.results = results;
        this.clock = clock;
    }

    public StandView of(CandidateView candidate, String assessor) {
        Instant now = clock.now();
        List<SheetView> all = sheets.ofCandidate(candidate.id());
        boolean mine = all.stream().anyMatch(sheet -> sheet.assessor().equals(assessor) && sheet.signed());
        Optional<PracticalResultView> result = mine ? results.ofCandidate(candidate.id()) : Optional.empty();
        Long left = candidate.state().equals("RUNNING")
                ? Long.valueOf(
                        Math.max(0, Duration.between(now, candidate.deadline()).toMillis()))
                : null;
        int signed = (int) all.stream().filter(SheetView::signed).count();
        return new StandView(
                candidate.state(),
                now,
                left,
                all.size(),
                signed,
                result.map(one -> outcome(one, all)).orElse(null));
    }

    private static StandView.Outcome outcome(PracticalResultView result, List<SheetView> all) {
        return new StandView.Outcome(
                result.points(),
                result.cut(),
                result.vetoed(),
                result.passed(),
                all.stream().map(SheetView::points).toList());
    }
}
