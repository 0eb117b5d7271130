package org.chizheng.exchange.sheet;

import java.util.List;

import org.chizheng.common.Messages;
import org.chizheng.exchange.rule.Column;

/** The words of our own tables in one language. */
final class Labels {
    private final String lang;

    Labels(String lang) {
        this.lang = lang;
    }

    String column(Column column) {
        return of("column_" + column);
    }

    String type(String type) {
        return of("type_" + type);
    }

    String difficulty(int difficulty) {
        return of("difficulty_" + difficulty);
    }

    List<String> types() {
        return List.of(type("TRUE_FALSE"), type("SINGLE"), type("MULTIPLE"));
    }

    List<String> difficulties() {
        return List.of(difficulty(1), difficulty(2), difficulty(3));
    }

    String level(String level) {
        return of("level_" + level);
    }

    List<String> levels() {
        return List.of(level("PROVINCIAL"), level("NATIONAL"));
    }

    String of(String name) {
        return Messages.get(lang, "exchange_" + name);
    }
}
