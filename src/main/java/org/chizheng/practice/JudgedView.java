package org.chizheng.practice;

import java.util.List;

import org.chizheng.bank.Revision;
import org.chizheng.practice.rule.Marking;

/** An item after the answer: what was right, what was chosen, why, and where it is written. */
public record JudgedView(
        int place,
        int number,
        int total,
        String type,
        String chapter,
        String stem,
        Revision.Picture figure,
        boolean answered,
        boolean right,
        List<JudgedOption> options,
        String explanation,
        String source) {
    public JudgedView {
        options = List.copyOf(options);
    }

    /** An option in its place with what is told of it: the name of a {@link Marking.Mark}. */
    public record JudgedOption(String letter, String text, String mark) {}

    public boolean isSomethingMissed() {
        return options.stream().anyMatch(option -> option.mark().equals(Marking.Mark.MISSED.name()));
    }

    public boolean isSomethingWrong() {
        return options.stream().anyMatch(option -> option.mark().equals(Marking.Mark.WRONG.name()));
    }
}
