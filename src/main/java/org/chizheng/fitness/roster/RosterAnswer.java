package org.chizheng.fitness.roster;

import java.util.List;

import org.chizheng.common.Messages;
import org.chizheng.common.Refused;
import org.chizheng.workforce.rule.WorkerKind;

/**
 * What becomes of a row.
 *
 * @param number of the row, as its file or list counts
 * @param reason key of the text that says why it is refused or what it corrects; null without one
 * @param arguments of that text
 */
public record RosterAnswer(int number, String name, Outcome outcome, String reason, List<String> arguments) {
    public RosterAnswer {
        arguments = List.copyOf(arguments);
    }

    /** FRESH: nothing was known of it. CHANGED: it takes the place of what was known. SAME: it is known already. */
    public enum Outcome {
        FRESH,
        CHANGED,
        SAME,
        REFUSED
    }

    static RosterAnswer refused(int number, String name, Refused refused) {
        return new RosterAnswer(
                number,
                name,
                Outcome.REFUSED,
                refused.reason().messageKey(),
                refused.arguments().stream().map(String::valueOf).toList());
    }

    static RosterAnswer changed(int number, String name, String known) {
        return new RosterAnswer(number, name, Outcome.CHANGED, "roster_was", List.of(known));
    }

    static RosterAnswer plain(int number, String name, Outcome outcome) {
        return new RosterAnswer(number, name, outcome, null, List.of());
    }

    /** In a language; empty where there is nothing to say. */
    public String text(String lang) {
        return reason == null
                ? ""
                : Messages.get(
                        lang,
                        reason,
                        arguments.stream().map(said -> named(lang, said)).toList());
    }

    /** Stays that were known are kept with codes in braces for what has a name in each language. */
    private static String named(String lang, String said) {
        String text = said;
        for (WorkerKind kind : WorkerKind.values()) {
            text = text.replace("{" + kind + "}", Messages.get(lang, "workforce_kind_" + kind));
        }
        return text.replace("{PART_TIME}", Messages.get(lang, "roster_part_time"));
    }

    /** The colour of its badge. */
    public String badge() {
        return switch (outcome) {
            case FRESH -> "badge-ok";
            case CHANGED -> "badge-warn";
            case SAME -> "";
            case REFUSED -> "badge-bad";
        };
    }
}
