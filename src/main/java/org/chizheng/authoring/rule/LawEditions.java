package org.chizheng.authoring.rule;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which edition a source names, and whether a later one is known. A source that names no edition means the one in force. */
public final class LawEditions {
    /** GB/T 29639-2020: whether a standard is mandatory (/T or not) may change from edition to edition, its number stays. */
    private static final Pattern STANDARD =
            Pattern.compile("(?<![A-Z])([A-Z]{2,4})(?:/[A-Z])?\\s*(\\d+(?:\\.\\d+)?)(?![\\d.]*\\d)");

    private static final Pattern YEAR = Pattern.compile(
            "^\\s*[-–—―]\\s*((?:19|20)\\d\\d)(?!\\d)|[(〔\\[][^()〔〕\\[\\]]*?((?:19|20)\\d\\d)(?!\\d)|((?:19|20)\\d\\d)年?(?:版|修订|修正)");
    private final List<LawEdition> retired;
    /** By number of the standard or short title; longer titles first, so that none is taken for one that it contains. */
    private final Map<String, List<LawEdition>> works;

    public LawEditions(List<LawEdition> editions) {
        retired = editions.stream().filter(e -> e.supersededOn() != null).toList();
        works = editions.stream()
                .sorted(Comparator.comparing(LawEdition::effectiveFrom))
                .collect(Collectors.groupingBy(
                        LawEditions::work,
                        () -> new TreeMap<>(
                                Comparator.comparing(String::length).reversed().thenComparing(k -> k)),
                        Collectors.toList()));
    }

    /**
     * @param cited the edition as the table or the source names it
     * @param on first day on which it no longer holds, or the latest such day where editions lie between
     * @param by what holds from then on
     */
    public record Superseded(String cited, LocalDate on, String by) {}

    public Optional<Superseded> superseded(String source) {
        String text = plain(source);
        return retired.stream()
                .filter(edition -> edition.marks().stream().anyMatch(mark -> holdsMark(text, mark)))
                .findFirst()
                .map(edition -> new Superseded(
                        edition.title() + " " + edition.edition(), edition.supersededOn(), edition.supersededBy()))
                .or(() -> byStandard(Normalizer.normalize(source, Normalizer.Form.NFKC)))
                .or(() -> byTitle(text));
    }

    private Optional<Superseded> byStandard(String text) {
        Matcher standard = STANDARD.matcher(text.toUpperCase(Locale.ROOT));
        while (standard.find()) {
            List<LawEdition> editions = works.get(standard.group(1) + standard.group(2));
            if (editions != null) {
                return later(editions, standard.group(), text.substring(standard.end()));
            }
        }
        return Optional.empty();
    }

    private Optional<Superseded> byTitle(String text) {
        for (Map.Entry<String, List<LawEdition>> work : works.entrySet()) {
            int at = text.indexOf(work.getKey());
            int end = at + work.getKey().length();
            if (at >= 0 && isWhole(text, at, end)) {
                return later(work.getValue(), work.getKey(), text.substring(end));
            }
        }
        return Optional.empty();
    }

    /** Not 安全生产法 within 安全生产法实施条例. */
    private static boolean isWhole(String text, int at, int end) {
        String before = text.substring(0, at);
        boolean begins =
                at == 0 || before.endsWith("中华人民共和国") || !Character.isLetter(before.charAt(before.length() - 1));
        return begins && (end == text.length() || text.charAt(end) == '第' || !Character.isLetter(text.charAt(end)));
    }

    private static Optional<Superseded> later(List<LawEdition> editions, String name, String rest) {
        int next = rest.indexOf('《');
        Matcher year = YEAR.matcher(next < 0 ? rest : rest.substring(0, next));
        if (!year.find()) {
            return Optional.empty();
        }
        String named = year.group(1) != null ? year.group(1) : year.group(2) != null ? year.group(2) : year.group(3);
        return editions.stream()
                .filter(edition -> edition.year() > Integer.parseInt(named))
                .findFirst()
                .map(edition -> new Superseded(
                        name + " " + named, edition.effectiveFrom(), edition.title() + " " + edition.edition()));
    }

    /** 总局令第30号 is written 总局令30号 as well. */
    private static boolean holdsMark(String text, String mark) {
        return text.replace("第", "").contains(plain(mark).replace("第", ""));
    }

    private static String work(LawEdition edition) {
        for (String mark : edition.marks()) {
            Matcher standard = STANDARD.matcher(plain(mark));
            if (standard.matches()) {
                return standard.group(1) + standard.group(2);
            }
        }
        return plain(edition.title()).replace("中华人民共和国", "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
