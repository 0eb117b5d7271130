package org.chizheng.practice;

import java.util.List;

import org.chizheng.bank.Revision;

/**
 * An item as it is asked: nothing in it tells the key.
 *
 * @param place within the round
 * @param number as it is shown; it is smaller than the place where an item of the round is no longer published
 * @param figure null when there is none
 */
public record QuestionView(
        int place,
        int number,
        int total,
        String type,
        String chapter,
        String stem,
        Revision.Picture figure,
        List<OptionView> options) {
    public QuestionView {
        options = List.copyOf(options);
    }

    /** @param id its place in the order drawn for this round, from 1; chosen: by the person, before */
    public record OptionView(int id, String letter, String text, boolean chosen) {}
}
