package org.chizheng.authoring.rule;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the checks read of an item.
 *
 * @param code null when it has none yet
 * @param chapter code of the chapter, empty when not yet chosen
 * @param type TRUE_FALSE, SINGLE or MULTIPLE
 * @param source document and clause as the item says them; may be empty
 * @param figure digest of the figure, null when there is none
 * @param figureAlt what it shows, in words; may be null
 */
public record CheckedItem(
        String code,
        String chapter,
        String type,
        String stem,
        List<String> right,
        List<String> wrong,
        String source,
        String figure,
        String figureAlt) {
    public CheckedItem {
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
    }

    public List<String> options() {
        return Stream.concat(right.stream(), wrong.stream()).toList();
    }

    public boolean isTrueFalse() {
        return type.equals("TRUE_FALSE");
    }

    /** Whether it is a true or false whose statement is true. */
    public boolean isTrue() {
        return isTrueFalse() && right.contains("正确");
    }
}
