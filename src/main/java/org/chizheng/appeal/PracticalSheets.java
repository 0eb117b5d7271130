package org.chizheng.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.appeal.rule.Retake;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.Masking;
import org.chizheng.practical.CandidateView;
import org.chizheng.practical.Library;
import org.chizheng.practical.Marks;
import org.chizheng.practical.PracticalResultView;
import org.chizheng.practical.PracticalResults;
import org.chizheng.practical.PracticalView;
import org.chizheng.practical.Practicals;
import org.chizheng.practical.SheetView;
import org.chizheng.practical.Sheets;
import org.chizheng.record.Standing;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** Result sheets of released practicals. */
@ApplicationScoped
public class PracticalSheets {
    static final String PART = "PRACTICAL";
    private static final int TWO = 2;
    private final PracticalResults results;
    private final Practicals practicals;
    private final Sheets sheets;
    private final Marks marks;
    private final Library library;
    private final Rechecks rechecks;
    private final Asking asking;
    private final Policies policies;
    private final Standing standing;
    private final Persons persons;
    private final Sealer sealer;
    private final OfficialClock clock;

    PracticalSheets(
            PracticalResults results,
            Practicals practicals,
            Sheets sheets,
            Marks marks,
            Library library,
            Rechecks rechecks,
            Asking asking,
            Policies policies,
            Standing standing,
            Persons persons,
            Sealer sealer,
            OfficialClock clock) {
        this.results = results;
        this.practicals = practicals;
        this.sheets = sheets;
        this.marks = marks;
        this.library = library;
        this.rechecks = rechecks;
        this.asking = asking;
        this.policies = policies;
        this.standing = standing;
        this.persons = persons;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Empty unless the person has such a result and it is released. */
    public Optional<PracticalSheet> of(UUID person, UUID result) {
        return results.find(result)
                .filter(found -> found.personId().equals(person) && !found.provisional())
                .map(this::sheet);
    }

    /** Anybody's, once it is released. */
    Optional<PracticalSheet> released(UUID result) {
        return results.find(result).filter(found -> !found.provisional()).map(this::sheet);
    }

    private PracticalSheet sheet(PracticalResultView result) {
        var person = persons.findById(result.personId());
        CandidateView candidate = practicals.candidate(result.candidateId());
        PracticalView day = practicals.get(result.sessionId());
        List<SheetView> signed = sheets.ofCandidate(candidate.id()).stream()
                .filter(SheetView::signed)
                .toList();
        LocalDate today = clock.today();
        LocalDate until = asking.until(
                new PartRecheck.Subject(
                        null, day.centreId(), result.qualification(), result.policy(), result.releasedAt()),
                policies.byId(result.policy()));
        PolicyTerms now = policies.inForce(result.qualification(), today);
        return new PracticalSheet(
                result,
                person.name(),
                Masking.idNumber(person.idNumber(sealer)),
                day.centreZh(),
                day.centreEn(),
                candidate.station(),
                day.startsAt(),
                signed.stream().map(SheetView::points).toList(),
                vetoes(candidate.id(), signed),
                library.drawn(candidate.id()),
                candidate.seed(),
                policies.instrument(result.policy()),
                policies.article(result.policy(), PolicyTerm.PRACTICAL_CUT),
                results.changes(result.id()),
                until,
                !today.isAfter(until) && rechecks.ofResult(PART, result.id()).isEmpty(),
                retake(result, now, today),
                policies.article(now.id(), PolicyTerm.PRACTICAL_ATTEMPTS));
    }

    private List<Marks.Line> vetoes(UUID candidate, List<SheetView> signed) {
        return marks.of(candidate, signed).stream()
                .flatMap(task -> task.lines().stream())
                .filter(line -> line.veto()
                        && line.marks().stream().filter(Marks.Mark::failed).count() >= TWO)
                .toList();
    }

    /** As admittance counts: failures since the theory pass that would count today. */
    private Retake retake(PracticalResultView result, PolicyTerms policy, LocalDate today) {
        LocalDate since = today.minusMonths(policy.number(PolicyTerm.THEORY_VALID_MONTHS));
        return standing.lastTheoryPass(result.personId(), result.qualification(), since, today)
                .map(passed -> new Retake(
                        policy.number(PolicyTerm.PRACTICAL_ATTEMPTS),
                        standing.practicals(result.personId(), result.qualification(), passed, false)))
                .orElse(null);
    }
}
