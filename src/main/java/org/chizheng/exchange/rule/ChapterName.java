package org.chizheng.exchange.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a chapter by what people write for it: its code, its number, its name, or several of them. */
public final class ChapterName {
    private static final String NUMERALS = "一二三四五六七八九十";

    private ChapterName() {}

    /**
     * @param names the chapters' names by their code
     * @return the code
     */
    public static Optional<String> find(String text, Map<String, List<String>> names) {
        String plain = Plain.of(text.substring(text.lastIndexOf('/') + 1));
        String bare = plain.replaceFirst("^第?([一二三四五六七八九十]+|\\d+)章?[.、:_-]*", "");
        String number = plain.replaceFirst("^第?([一二三四五六七八九十]|\\d{1,2})(?!\\d).*", "$1");
        Optional<String> byName = names.entrySet().stream()
                .filter(chapter -> chapter.getValue().stream()
                        .map(Plain::of)
                        .anyMatch(name -> name.equals(plain) || name.equals(bare)))
                .map(Map.Entry::getKey)
                .findFirst();
        boolean onlyNumber = bare.isEmpty() || plain.matches("\\d{2}\\D.*");
        return byName.or(() -> onlyNumber ? Optional.of(code(number)).filter(names::containsKey) : Optional.empty());
    }

    private static String code(String number) {
        int numeral = number.length() == 1 ? NUMERALS.indexOf(number) : -1;
        return numeral >= 0 ? "%02d".formatted(numeral + 1) : number.length() == 1 ? "0" + number : number;
    }
}
