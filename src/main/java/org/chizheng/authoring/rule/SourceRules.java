package org.chizheng.authoring.rule;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an item rests on, and its figure. */
final class SourceRules {
    private static final Pattern EDITION = Pattern.compile("^\\s*\\([^()]*(\\([^()]*\\)[^()]*)*\\)");
    private static final Pattern STANDARD = Pattern.compile("[A-Z]{2,4}(/[A-Z])?\\s*\\d+(\\.\\d+)?(\\s*-\\s*\\d{4})?");
    private static final Pattern CLAUSE =
            Pattern.compile("第.{1,12}[条章节款项编篇部页]|\\d\\.\\d|附[录件则表]|[条章节页]\\s*\\d|表\\s*[A-Z]?\\d|\\bp\\.?\\s*\\d");

    private SourceRules() {}

    static List<Found> of(CheckedItem item, LawEditions laws) {
        List<Found> found = new ArrayList<>();
        if (item.source().isBlank()) {
            found.add(Found.of(ItemCheck.SOURCE_MISSING, ""));
        } else if (!namesAClause(item.source())) {
            found.add(Found.of(ItemCheck.CLAUSE_MISSING, item.source()));
        }
        laws.superseded(item.source())
                .ifPresent(old -> found.add(
                        Found.of(ItemCheck.LAW_SUPERSEDED, old.cited() + " → " + old.by() + "（" + old.on() + "）")));
        return found;
    }

    static List<Found> figure(CheckedItem item) {
        if (item.figure() != null) {
            return item.figureAlt() == null || item.figureAlt().isBlank()
                    ? List.of(Found.of(ItemCheck.FIGURE_WITHOUT_ALTERNATIVE, ""))
                    : List.of();
        }
        Matcher speaks = WordLists.SPEAKS_OF_A_FIGURE.matcher(item.stem());
        return speaks.find() ? List.of(Found.of(ItemCheck.FIGURE_MISSING, speaks.group())) : List.of();
    }

    /** After the title in 《》 and its edition anything names a place in it; where nothing marks the title, a clause must look like one. */
    private static boolean namesAClause(String source) {
        String text = Normalizer.normalize(source, Normalizer.Form.NFKC);
        Optional<String> after = afterTitle(text);
        if (after.isPresent()) {
            return EDITION.matcher(after.get()).replaceFirst("").codePoints().anyMatch(Character::isLetterOrDigit);
        }
        return CLAUSE.matcher(STANDARD.matcher(text).replaceFirst("")).find();
    }

    /** Titles may hold titles. */
    private static Optional<String> afterTitle(String text) {
        int depth = 0;
        for (int i = text.indexOf('《'); i >= 0 && i < text.length(); i++) {
            depth += text.charAt(i) == '《' ? 1 : text.charAt(i) == '》' ? -1 : 0;
            if (depth == 0) {
                return Optional.of(text.substring(i + 1));
            }
        }
        return Optional.empty();
    }
}
