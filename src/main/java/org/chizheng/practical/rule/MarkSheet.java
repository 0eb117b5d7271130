package org.chizheng.practical.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The marks of one assessor: of the steps of the drawn tasks, numbered through, the last answer of each. A step takes the points given as a decimal number, a veto item takes FAILED; nothing
 * there means that a step is not marked yet, and that a veto item was not met.
 */
public record MarkSheet(List<Line> lines, Map<Integer, String> answers) {
    /** A veto item was met. */
    public static final String FAILED = "FAILED";

    public MarkSheet {
        lines = List.copyOf(lines);
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    /** A step or veto item. @param no from 1 within the sheet; @param points the most that can be given, 0 for a veto item */
    public record Line(int no, int points, boolean veto) {}

    /** Whether the answer can be given to that line; an empty one takes back what was there. */
    public static boolean fits(Line line, String answer) {
        if (answer.isEmpty() || line.veto()) {
            return answer.isEmpty() || answer.equals(FAILED);
        }
        return answer.matches("0|[1-9]\\d{0,2}") && Integer.parseInt(answer) <= line.points();
    }

    /** Numbers of the steps that have no points yet. */
    public List<Integer> unmarked() {
        List<Integer> open = new ArrayList<>();
        lines.stream()
                .filter(line -> !line.veto() && !answers.containsKey(line.no()))
                .forEach(line -> open.add(line.no()));
        return open;
    }

    /** Points given so far. */
    public int points() {
        return lines.stream().mapToInt(this::given).sum();
    }

    /** Points given for a line, 0 where there are none. */
    public int given(Line line) {
        return line.veto() ? 0 : Integer.parseInt(answers.getOrDefault(line.no(), "0"));
    }

    /** Numbers of the veto items that were met. */
    public Set<Integer> vetoes() {
        Set<Integer> met = new TreeSet<>();
        lines.stream()
                .filter(line -> line.veto() && FAILED.equals(answers.get(line.no())))
                .forEach(line -> met.add(line.no()));
        return met;
    }
}
