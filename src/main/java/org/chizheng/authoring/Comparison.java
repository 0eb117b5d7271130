package org.chizheng.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.chizheng.authoring.rule.OptionDiff;
import org.chizheng.authoring.rule.TextDiff;
import org.chizheng.bank.DraftView;
import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;

/**
 * A draft held against the approved text, or against nothing when there is none.
 *
 * @param facts what changed beside the words
 * @param figureBefore digest of the approved figure when it is another one now or gone, otherwise null
 */
public record Comparison(
        List<TextDiff.Piece> stem,
        List<OptionDiff.Line> options,
        List<TextDiff.Piece> explanation,
        List<TextDiff.Piece> source,
        List<TextDiff.Piece> figureAlt,
        List<Fact> facts,
        String figureBefore) {
    public Comparison {
        stem = List.copyOf(stem);
        options = List.copyOf(options);
        explanation = List.copyOf(explanation);
        source = List.copyOf(source);
        figureAlt = List.copyOf(figureAlt);
        facts = List.copyOf(facts);
    }

    /** prefix: of the messages that name the values, empty when they name themselves. */
    public record Fact(String name, String prefix, String before, String now) {}

    static Comparison of(DraftView draft, ItemDraft approved, String level, boolean practice) {
        ItemDraft now = draft.text();
        if (approved == null) {
            ItemDraft nothing = new ItemDraft("", "", 0, "", List.of(), "", "", null, null);
            return words(now, nothing, List.of(), null);
        }
        List<Fact> facts = new ArrayList<>();
        note(facts, "type", "bank_type_", approved.type(), now.type());
        note(facts, "chapter", "", approved.chapter(), now.chapter());
        note(facts, "difficulty", "bank_difficulty_", approved.difficulty(), now.difficulty());
        note(facts, "level", "bank_level_", level, draft.level());
        note(facts, "practice", "bank_practice_", practice, practice || draft.practice());
        String before = digest(approved.figure());
        return words(now, approved, facts, Objects.equals(before, digest(now.figure())) ? null : before);
    }

    private static Comparison words(ItemDraft now, ItemDraft before, List<Fact> facts, String figureBefore) {
        return new Comparison(
                TextDiff.of(before.stem(), now.stem()),
                OptionDiff.of(Proposal.choices(before), Proposal.choices(now)),
                TextDiff.of(before.explanation(), now.explanation()),
                TextDiff.of(before.source(), now.source()),
                TextDiff.of(empty(before.figureAlt()), empty(now.figureAlt())),
                facts,
                figureBefore);
    }

    private static void note(List<Fact> facts, String name, String prefix, Object before, Object now) {
        if (!before.equals(now)) {
            facts.add(new Fact(name, prefix, before.toString(), now.toString()));
        }
    }

    private static String digest(Figure figure) {
        return figure == null ? null : figure.digest();
    }

    private static String empty(String words) {
        return words == null ? "" : words;
    }
}
