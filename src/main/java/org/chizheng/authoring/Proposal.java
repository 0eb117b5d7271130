package org.chizheng.authoring;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.chizheng.authoring.rule.Completeness;
import org.chizheng.authoring.rule.OptionDiff.Choice;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;
import org.chizheng.bank.RevisionDigest;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;

/**
 * A draft with what its approval makes of the item.
 *
 * @param level NATIONAL or PROVINCIAL: who keeps the item
 * @param practice whether it is to be published for practice, which cannot be undone
 */
public record Proposal(ItemDraft text, String level, boolean practice) {
    public static final String NATIONAL = "NATIONAL";
    public static final String PROVINCIAL = "PROVINCIAL";
    private static final Set<String> TYPES = Set.of("TRUE_FALSE", "SINGLE", "MULTIPLE");
    private static final Set<String> LEVELS = Set.of(NATIONAL, PROVINCIAL);

    /**
     * The same as it can be stored: no control characters, no blanks around.
     *
     * @throws Refused FIELD_INVALID, TOO_LONG or TOO_MANY_OPTIONS
     */
    Proposal tidy() {
        require(TYPES.contains(text.type()), "type");
        require(text.difficulty() >= 1 && text.difficulty() <= 3, "difficulty");
        require(LEVELS.contains(level), "level");
        if (text.options().size() > Completeness.MOST_OPTIONS) {
            throw new Refused(AuthoringRefusal.TOO_MANY_OPTIONS, Completeness.MOST_OPTIONS);
        }
        ItemDraft tidy = new ItemDraft(
                text.type(),
                tidy(text.chapter()),
                text.difficulty(),
                tidy(text.stem()),
                text.options().stream()
                        .map(option -> new Revision.Option(tidy(option.text()), option.right()))
                        .toList(),
                tidy(text.explanation()),
                tidy(text.source()),
                text.figure(),
                text.figure() == null ? null : tidy(text.figureAlt()));
        Stream.concat(
                        tidy.options().stream().map(Revision.Option::text),
                        Stream.of(
                                tidy.chapter(),
                                tidy.stem(),
                                tidy.explanation(),
                                tidy.source(),
                                tidy.figure() == null ? "" : tidy.figureAlt()))
                .filter(words -> words.length() > Completeness.LONGEST)
                .findFirst()
                .ifPresent(words -> {
                    throw new Refused(AuthoringRefusal.TOO_LONG, Completeness.LONGEST);
                });
        return new Proposal(tidy, level, practice);
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new Refused(CommonRefusal.FIELD_INVALID, field, "");
        }
    }

    /** Lines end as everywhere in the house; what no page shows and no database takes is left out. */
    static String tidy(String words) {
        if (words == null) {
            return "";
        }
        StringBuilder tidy = new StringBuilder();
        words.replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .forEach(tidy::appendCodePoint);
        return tidy.toString().strip();
    }

    List<Completeness.Gap> gaps(boolean chapterKnown) {
        return Completeness.gaps(
                text.type(),
                chapterKnown,
                text.stem(),
                choices(text),
                text.explanation(),
                text.source(),
                text.figureAlt());
    }

    static List<Choice> choices(ItemDraft text) {
        return text.options().stream()
                .map(option -> new Choice(option.text(), option.right()))
                .toList();
    }

    /** As the revision would have it. */
    static String digest(ItemDraft text) {
        return RevisionDigest.of(
                text.type(),
                text.chapter(),
                text.difficulty(),
                text.stem(),
                options(text, true),
                options(text, false),
                text.explanation(),
                text.source(),
                text.figure() == null ? null : text.figure().digest(),
                text.figureAlt());
    }

    private static List<String> options(ItemDraft text, boolean right) {
        return text.options().stream()
                .filter(option -> option.right() == right)
                .map(Revision.Option::text)
                .toList();
    }
}
