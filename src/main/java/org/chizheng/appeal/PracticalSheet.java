package org.chizheng.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.chizheng.appeal.rule.Retake;
import org.chizheng.practical.Marks;
import org.chizheng.practical.PracticalResultView;
import org.chizheng.practical.PracticalResults;
import org.chizheng.practical.SchemeView;
import org.chizheng.regulation.Policies;

/**
 * A released result of a practical as its candidate keeps it 成绩单.
 *
 * @param sums of the assessors, in the order of their places
 * @param vetoes veto items that at least two of them saw
 * @param seed of the draw in hexadecimal
 * @param recheckUntil last day on which a recheck may be asked for
 * @param retake attempts on the theory pass that counts, null when none counts any more
 * @param retakeArticle where the number of attempts is written
 */
public record PracticalSheet(
        PracticalResultView result,
        String name,
        String idMasked,
        String centreZh,
        String centreEn,
        String station,
        Instant startsAt,
        List<Integer> sums,
        List<Marks.Line> vetoes,
        List<SchemeView.TaskView> tasks,
        String seed,
        Policies.Instrument instrument,
        String cutArticle,
        List<PracticalResults.Change> changes,
        LocalDate recheckUntil,
        boolean mayAsk,
        Retake retake,
        String retakeArticle) {
    public PracticalSheet {
        sums = List.copyOf(sums);
        vetoes = List.copyOf(vetoes);
        tasks = List.copyOf(tasks);
        changes = List.copyOf(changes);
    }

    /** Where it stands. */
    public String address() {
        return "/my/practicals/" + result.id();
    }
}
