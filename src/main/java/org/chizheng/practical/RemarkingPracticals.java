package org.chizheng.practical;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Digests;
import org.chizheng.common.Sql;
import org.chizheng.practical.rule.Agreement;
import org.chizheng.practical.rule.Agreement.Outcome;
import org.chizheng.practical.rule.Agreement.Word;
import org.chizheng.practical.rule.MarkSheet;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;

/** Counts a practical again by the rule that decided it: each sheet's taps against its digest and its marks, then what the marks come to by the threshold and the cut that the result recorded. Writes nothing. */
@ApplicationScoped
public class RemarkingPracticals {
    private static final int TWO = 2;
    private static final int THREE = 3;
    private static final String SIGNED = """
            SELECT id, place, assessor, points, vetoed, digest FROM practical_sheet WHERE candidate_id = ? AND signed_at IS NOT NULL ORDER BY place""";
    private static final String GIVEN = """
            SELECT m.sheet_id, m.step_id, m.points, m.failed FROM practical_mark m JOIN practical_sheet s ON s.id = m.sheet_id WHERE s.candidate_id = ?""";
    private final PracticalResults results;
    private final Library library;
    private final Signing signing;
    private final Policies policies;
    private final Sql sql;

    RemarkingPracticals(PracticalResults results, Library library, Signing signing, Policies policies, Sql sql) {
        this.results = results;
        this.library = library;
        this.signing = signing;
        this.policies = policies;
        this.sql = sql;
    }

    private record Signed(UUID id, int place, String assessor, int points, boolean vetoed, String digest) {}

    private record Given(UUID sheet, UUID step, int points, boolean failed) {}

    private record Counted(PracticalRemark.Sheet sheet, Word word) {}

    /** Empty when there is no such result. */
    public Optional<PracticalRemark> of(UUID result) {
        return results.find(result)
                .map(stored ->
                        results.isZeroed(stored.candidateId()) ? remark(stored).zeroed() : remark(stored));
    }

    private PracticalRemark remark(PracticalResultView stored) {
        if (stored.assessors() == 0) {
            return left(stored);
        }
        List<Counted> counted = counted(stored.candidateId());
        List<PracticalRemark.Sheet> sheets =
                counted.stream().map(Counted::sheet).toList();
        int threshold = policies.byId(stored.policy()).number(PolicyTerm.PRACTICAL_DIFFERENCE);
        Optional<Outcome> outcome = sheets.stream().allMatch(PracticalRemark.Sheet::holds)
                ? outcome(counted.stream().map(Counted::word).toList(), threshold)
                : Optional.empty();
        return outcome.map(found -> new PracticalRemark(
                        stored, sheets, threshold, true, found.points(), found.vetoed(), found.passes(stored.cut())))
                .orElseGet(() -> new PracticalRemark(
                        stored, sheets, threshold, false, stored.points(), stored.vetoed(), stored.passed()));
    }

    /** The candidate left: by the record of that there are no points, whatever was marked until then. */
    private PracticalRemark left(PracticalResultView stored) {
        boolean holds = sql.first(
                        "SELECT 1 FROM practical_ending WHERE candidate_id = ? AND counts AND undone_at IS NULL",
                        row -> true,
                        stored.candidateId())
                .isPresent();
        return new PracticalRemark(stored, List.of(), 0, holds, BigDecimal.ZERO, false, false);
    }

    private static Optional<Outcome> outcome(List<Word> words, int threshold) {
        return switch (words.size()) {
            case TWO -> Agreement.ofTwo(words.get(0), words.get(1), threshold);
            case THREE -> Optional.of(Agreement.ofThree(words.get(0), words.get(1), words.get(2)));
            default -> Optional.empty();
        };
    }

    private List<Counted> counted(UUID candidate) {
        NumberedTasks tasks = NumberedTasks.of(library.drawn(candidate));
        Map<UUID, List<Given>> given = sql
                .list(
                        GIVEN,
                        row -> new Given(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getInt(3),
                                row.getBoolean(4)),
                        candidate)
                .stream()
                .collect(Collectors.groupingBy(Given::sheet));
        return sql
                .list(
                        SIGNED,
                        row -> new Signed(
                                row.getObject("id", UUID.class),
                                row.getInt("place"),
                                row.getString("assessor"),
                                row.getInt("points"),
                                row.getBoolean("vetoed"),
                                row.getString("digest")),
                        candidate)
                .stream()
                .map(sheet -> counted(sheet, given.getOrDefault(sheet.id(), List.of()), tasks))
                .toList();
    }

    private Counted counted(Signed sheet, List<Given> given, NumberedTasks tasks) {
        MarkSheet tapped = signing.marks(tasks, sheet.id());
        int points = given.stream().mapToInt(Given::points).sum();
        Set<String> vetoes = given.stream()
                .filter(Given::failed)
                .map(mark -> mark.step().toString())
                .collect(Collectors.toSet());
        boolean holds = sheet.digest().equals(Digests.hex(sheet.id(), sheet.assessor(), tapped.answers()))
                && tapped.answers().equals(answers(given, tasks))
                && sheet.points() == points
                && sheet.vetoed() != vetoes.isEmpty();
        return new Counted(
                new PracticalRemark.Sheet(
                        sheet.place(), sheet.assessor(), sheet.points(), points, !vetoes.isEmpty(), holds),
                new Word(points, vetoes));
    }

    /** The marks as they would have been tapped. */
    private static Map<Integer, String> answers(List<Given> given, NumberedTasks tasks) {
        Map<UUID, Given> bySteps = given.stream().collect(Collectors.toMap(Given::step, Function.identity()));
        Map<Integer, String> answers = new TreeMap<>();
        tasks.steps().forEach(step -> {
            Given mark = bySteps.get(step.step().id());
            if (mark != null && mark.failed()) {
                answers.put(step.no(), MarkSheet.FAILED);
            } else if (mark != null && !step.veto()) {
                answers.put(step.no(), String.valueOf(mark.points()));
            }
        });
        return answers;
    }
}
