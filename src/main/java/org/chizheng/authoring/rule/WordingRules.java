package org.chizheng.authoring.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a stem says, how, and what it says again in the key. */
final class WordingRules {
    /** Characters; a candidate has 72 seconds for an item on average, and reads some five characters in a second. */
    static final int LONGEST_STEM = 120;
    /** Between two negations, in characters: further apart they are read as two statements. */
    private static final int REACH = 8;
    /** Characters in a row that the stem shares with a right option, and at most with a wrong one. */
    private static final int CLUE = 4;

    private static final int COMMON = 2;
    private static final int SHOWN_END = 12;
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{Z}\\s&&[^.%/-]]+");

    private WordingRules() {}

    static List<Found> of(CheckedItem item) {
        List<Found> found = new ArrayList<>();
        int length = item.stem().codePointCount(0, item.stem().length());
        if (length > LONGEST_STEM) {
            found.add(Found.of(ItemCheck.STEM_TOO_LONG, String.valueOf(length)));
        }
        doubleNegation(item).ifPresent(detail -> found.add(Found.of(ItemCheck.DOUBLE_NEGATION, detail)));
        if (!item.isTrueFalse()) {
            if (item.type().equals("SINGLE")) {
                clue(item).ifPresent(detail -> found.add(Found.of(ItemCheck.CLUE_WORD, detail)));
            }
            if (!WordLists.ASKS.matcher(item.stem()).find()) {
                int end = item.stem().length();
                found.add(Found.of(ItemCheck.NO_QUESTION, item.stem().substring(Math.max(0, end - SHOWN_END))));
            }
        }
        return found;
    }

    /** In one clause of the stem, or a stem that asks for what is not so with an option that says what is not so. */
    private static Optional<String> doubleNegation(CheckedItem item) {
        String stem = WordLists.HARMLESS.matcher(item.stem()).replaceAll("");
        for (String reach : WordLists.REACH_ENDS.split(stem)) {
            if (deniesTwice(reach)) {
                return Optional.of(reach.strip());
            }
        }
        return item.isTrueFalse() || !WordLists.ASKS_FOR_THE_WRONG.matcher(stem).find()
                ? Optional.empty()
                : item.options().stream()
                        .filter(option -> WordLists.NEGATION
                                .matcher(WordLists.HARMLESS.matcher(option).replaceAll(""))
                                .find())
                        .sorted()
                        .findFirst();
    }

    private static boolean deniesTwice(String reach) {
        Matcher negation = WordLists.NEGATION.matcher(reach);
        int first = -1;
        int end = 0;
        while (negation.find()) {
            if (first >= 0 && negation.start() - end <= REACH && !isCondition(reach, first, negation.start())) {
                return true;
            }
            first = negation.start();
            end = negation.end();
        }
        return false;
    }

    private static boolean isCondition(String reach, int first, int second) {
        return WordLists.CONDITION.matcher(reach).region(first, reach.length()).lookingAt()
                && WordLists.FORBIDS
                        .matcher(reach)
                        .region(second, reach.length())
                        .lookingAt();
    }

    /** The longest words that the stem shares with the key and with no wrong option. Several right options share its subject by nature. */
    private static Optional<String> clue(CheckedItem item) {
        List<String> stem = phrases(item.stem());
        int wrong = item.wrong().stream()
                .mapToInt(option -> shared(stem, option).length())
                .max()
                .orElse(CLUE);
        return wrong > COMMON
                ? Optional.empty()
                : item.right().stream()
                        .map(option -> shared(stem, option))
                        .filter(words ->
                                words.length() >= CLUE && words.codePoints().anyMatch(Character::isIdeographic))
                        .sorted()
                        .findFirst();
    }

    /** What stands between punctuation marks, in normal text. */
    private static List<String> phrases(String text) {
        return Arrays.stream(MARKS.split(text)).map(NormalText::of).toList();
    }

    /** The longest run of characters that stands in a phrase of both. */
    private static String shared(List<String> stem, String option) {
        String best = "";
        for (String phrase : phrases(option)) {
            for (String said : stem) {
                String run = shared(said, phrase);
                best = run.length() > best.length() ? run : best;
            }
        }
        return best;
    }

    private static String shared(String a, String b) {
        String best = "";
        for (int from = 0; from < a.length(); from++) {
            int to = from + best.length() + 1;
            while (to <= a.length() && b.contains(a.substring(from, to))) {
                best = a.substring(from, to);
                to++;
            }
        }
        return best;
    }
}
