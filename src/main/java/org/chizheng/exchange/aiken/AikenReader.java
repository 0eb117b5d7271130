package org.chizheng.exchange.aiken;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.ItemReader;
import org.chizheng.exchange.ReadLimits;
import org.chizheng.exchange.TextFile;
import org.chizheng.exchange.UnreadableFile;

/**
 * Reads Aiken: a question, its options as "A. …" or "A) …", then "ANSWER: B". Full-width signs, small letters, 答案 for ANSWER, empty lines and questions of several
 * lines are let in, since people's files have them. Several letters make a multiple choice.
 */
public final class AikenReader implements ItemReader {
    private static final Pattern OPTION = Pattern.compile("^([A-Za-zＡ-Ｚ])\\s?[.)．）、]\\s*(.*)$");
    private static final Pattern ANSWER = Pattern.compile("(?i)^(?:answer|答案)\\s*[:：]\\s*(.*)$");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-zＡ-Ｚ](?:[\\s,，、;；]*[A-Za-zＡ-Ｚ])*");

    /** Characters: each letter once, with signs between them. */
    private static final int LONGEST_ANSWER = 100;

    /** @throws UnreadableFile NOT_AIKEN if no line of it says an answer */
    @Override
    public List<ExchangedItem> read(Path file) throws UnreadableFile {
        String text = TextFile.decode(TextFile.bytes(file));
        if (text.lines().noneMatch(line -> ANSWER.matcher(line.strip()).matches())) {
            throw new UnreadableFile("NOT_AIKEN", "");
        }
        List<ExchangedItem> items = new ArrayList<>();
        Question question = new Question();
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            boolean answered = question.isAnswered();
            if (answered || question.isFollowedBy(line.strip())) {
                items.add(question.end());
                question = new Question();
            }
            question.add(line.strip(), number);
            if (items.size() > ReadLimits.MOST_ITEMS) {
                throw new UnreadableFile("TOO_MANY_ITEMS", "> " + ReadLimits.MOST_ITEMS);
            }
        }
        if (!question.isEmpty()) {
            items.add(question.end());
        }
        return items;
    }

    /** One question while its lines come in. */
    private static final class Question {
        private final ItemParts item = new ItemParts("");
        private final StringBuilder stem = new StringBuilder();
        private final List<StringBuilder> options = new ArrayList<>();
        private String answer;
        private int begin;
        private boolean gap;

        boolean isEmpty() {
            return stem.isEmpty() && options.isEmpty() && answer == null;
        }

        boolean isAnswered() {
            return answer != null;
        }

        /** Text behind the options and an empty line begins the next question, although this one has no answer yet. */
        boolean isFollowedBy(String line) {
            return gap
                    && !options.isEmpty()
                    && !line.isEmpty()
                    && !ANSWER.matcher(line).matches()
                    && !OPTION.matcher(line).matches();
        }

        void add(String line, int number) {
            if (line.isEmpty()) {
                gap = !options.isEmpty();
                return;
            }
            begin = begin == 0 ? number : begin;
            Matcher said = ANSWER.matcher(line);
            Matcher option = OPTION.matcher(line);
            if (said.matches()) {
                answer = said.group(1).strip();
            } else if (option.matches() && !stem.isEmpty() && (!options.isEmpty() || letter(option.group(1)) == 0)) {
                option(letter(option.group(1)), option.group(2), number);
            } else if (options.isEmpty()) {
                stem.append(stem.isEmpty() ? "" : "\n").append(line);
            } else {
                options.get(options.size() - 1).append('\n').append(line);
                item.changed("LINE_JOINED", "L" + number + ": " + line);
            }
            gap = false;
        }

        private void option(int letter, String text, int number) {
            if (letter != options.size()) {
                item.refused("LETTERS", "L" + number + ": " + (char) ('A' + letter));
            }
            options.add(new StringBuilder(text));
        }

        private static int letter(String sign) {
            char c = sign.charAt(0);
            return c >= 'Ａ' ? c - 'Ａ' : Character.toUpperCase(c) - 'A';
        }

        ExchangedItem end() {
            item.place("L" + begin);
            item.stem(stem.toString());
            Set<Integer> rights = rights();
            item.several(rights.size() > 1);
            if (rights.size() > 1) {
                item.changed("SEVERAL_LETTERS", answer);
            }
            for (int i = 0; i < options.size(); i++) {
                item.option(options.get(i).toString(), rights.contains(i));
            }
            return item.item();
        }

        private Set<Integer> rights() {
            Set<Integer> rights = new TreeSet<>();
            if (answer == null
                    || answer.length() > LONGEST_ANSWER
                    || !LETTERS.matcher(answer).matches()) {
                item.refused("NO_KEY", answer == null ? "" : answer);
                return rights;
            }
            answer.chars()
                    .filter(Character::isLetter)
                    .map(c -> letter(String.valueOf((char) c)))
                    .forEach(rights::add);
            if (rights.stream().anyMatch(right -> right >= options.size())) {
                item.refused("NO_KEY", answer);
            }
            return rights;
        }
    }
}
