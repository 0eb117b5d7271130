package org.chizheng.authoring.rule;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** What the options of an item give away or leave open. */
final class OptionRules {
    /** A key is clearly the longest from half as long again, and by six characters: a difference that one sees without counting. */
    private static final double CLEARLY_LONGER = 1.5;

    private static final int CLEARLY_MORE = 6;
    /** The shortest option that another one can be said to hold. */
    private static final int SHORTEST_PART = 3;

    private static final String BEFORE_A_PART = "的、，,；;。：:（(和或及并与且";
    private static final String AFTER_A_PART = "、，,；;。）)和或及并与且";

    private OptionRules() {}

    static List<Found> of(CheckedItem item) {
        List<Found> found = new ArrayList<>(count(item).stream().toList());
        if (!item.isTrueFalse()) {
            longestKey(item).ifPresent(found::add);
            overlaps(item).ifPresent(found::add);
            ofTheOthers(item).ifPresent(found::add);
            absolute(item).ifPresent(found::add);
        }
        return found;
    }

    /** True or false has two options, single choice three to five with one right, multiple choice at least two right and one wrong. */
    private static Optional<Found> count(CheckedItem item) {
        int right = item.right().size();
        int all = item.options().size();
        boolean holds = switch (item.type()) {
            case "TRUE_FALSE" -> all == 2 && right == 1;
            case "SINGLE" -> all >= 3 && all <= 5 && right == 1;
            default -> right >= 2 && all > right;
        };
        boolean empty = item.options().stream().anyMatch(String::isBlank);
        return holds && !empty ? Optional.empty() : Optional.of(Found.of(ItemCheck.OPTION_COUNT, right + " / " + all));
    }

    /** Every right option is clearly longer than every wrong one. */
    private static Optional<Found> longestKey(CheckedItem item) {
        int key = item.right().stream().mapToInt(OptionRules::length).min().orElse(0);
        int others = item.wrong().stream().mapToInt(OptionRules::length).max().orElse(key);
        return key >= CLEARLY_LONGER * others && key - others >= CLEARLY_MORE
                ? Optional.of(Found.of(ItemCheck.LONGEST_KEY, item.right().get(0)))
                : Optional.empty();
    }

    static int length(String text) {
        String normal = NormalText.of(text);
        return normal.codePointCount(0, normal.length());
    }

    private static Optional<Found> overlaps(CheckedItem item) {
        List<String> options = item.options().stream()
                .filter(option -> !option.isBlank())
                .sorted()
                .toList();
        for (int i = 0; i < options.size(); i++) {
            for (int j = 0; j < i; j++) {
                Optional<String> overlap = overlap(options.get(i), options.get(j));
                if (overlap.isPresent()) {
                    return overlap.map(pair -> Found.of(ItemCheck.OVERLAPPING_OPTIONS, pair));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> overlap(String a, String b) {
        if (NormalText.of(a).equals(NormalText.of(b))) {
            return Optional.of(a + " = " + b);
        }
        Optional<Span> rangeA = Span.of(a);
        Optional<Span> rangeB = Span.of(b);
        if (rangeA.isPresent() && rangeB.isPresent()) {
            return rangeA.get().overlaps(rangeB.get()) ? Optional.of(a + " ∩ " + b) : Optional.empty();
        }
        if (isPart(a, b)) {
            return Optional.of(a + " ⊂ " + b);
        }
        return isPart(b, a) ? Optional.of(b + " ⊂ " + a) : Optional.empty();
    }

    /** The one option stands in the other as a whole: 停止作业 in 停止作业并撤离, 交流焊机 in 带高频引弧的交流焊机; not 8 h in 48 h. */
    private static boolean isPart(String part, String whole) {
        String small = plain(part);
        String large = plain(whole);
        int at = large.indexOf(small);
        int end = at + small.length();
        return small.length() >= SHORTEST_PART
                && at >= 0
                && (at == 0 || BEFORE_A_PART.indexOf(large.charAt(at - 1)) >= 0)
                && (end == large.length() || AFTER_A_PART.indexOf(large.charAt(end)) >= 0);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static Optional<Found> ofTheOthers(CheckedItem item) {
        return item.options().stream()
                .filter(option ->
                        WordLists.OF_THE_OTHERS.matcher(NormalText.of(option)).matches())
                .sorted()
                .findFirst()
                .map(option -> Found.of(ItemCheck.ALL_OR_NONE, option));
    }

    /** A word that allows no exception, in wrong options only. */
    private static Optional<Found> absolute(CheckedItem item) {
        if (item.right().stream().anyMatch(option -> word(option).isPresent())) {
            return Optional.empty();
        }
        return item.wrong().stream()
                .sorted()
                .flatMap(option -> word(option).stream().map(word -> word + "：" + option))
                .findFirst()
                .map(detail -> Found.of(ItemCheck.ABSOLUTE_WORD, detail));
    }

    private static Optional<String> word(String option) {
        return WordLists.ABSOLUTE.stream()
                .map(word -> word.matcher(option))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
